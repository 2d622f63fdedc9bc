package io.mindstream.sink.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.sink.Records;
import io.mindstream.sink.store.S3ObjectStore;
import io.mindstream.sink.store.S3Server;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialWriterTest {

  private static final String TRIAL = Records.RUN + "/trial-0007/";

  @TempDir static Path folder;
  private static S3Server server;
  private static S3ObjectStore store;
  private static TrialWriter writer;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server(folder);
    store = new S3ObjectStore(server.config());
    writer = new TrialWriter(store, ObjectMapper.getDefault());
  }

  @AfterAll
  static void stop() throws Exception {
    store.close();
    server.close();
  }

  @Test
  void shouldStoreThePictureUnderRunTrialAndSample() {
    writer.image(Records.image(7, 1));
    assertThat(store.get(TRIAL + "sample-1.png")).hasValue(Records.png(108).array());
  }

  @Test
  void shouldDescribeThePictureBesideIt() {
    writer.image(Records.image(7, 1));
    assertThat(text(TRIAL + "sample-1.json"))
        .contains("\"trialIndex\":7", "\"checksum\":\"c\"", "\"trained\":false");
  }

  @Test
  void shouldSayHowTheVectorWasMade() {
    writer.image(Records.image(7, 1));
    assertThat(text(TRIAL + "sample-1.json"))
        .contains("\"vector\":{\"normalisation\":\"running\"}");
  }

  @Test
  void shouldWriteTheSameBytesForARecordThatComesAgain() {
    writer.image(Records.image(7, 0));
    String first = text(TRIAL + "sample-0.json");
    writer.image(Records.image(7, 0));
    assertThat(text(TRIAL + "sample-0.json")).isEqualTo(first);
  }

  @Test
  void shouldStoreThePictureThatWasShown() {
    writer.stimulus(Records.event(7));
    assertThat(store.get(TRIAL + "stimulus.png")).hasValue(Records.png(3).array());
  }

  @Test
  void shouldRefuseBytesThatAreNoPicture() {
    assertInvalid(Records.image(8, 0, ByteBuffer.wrap(new byte[] {1, 2, 3})), "png");
  }

  @Test
  void shouldRefuseATruncatedPicture() {
    ByteBuffer png = Records.png(1);
    assertInvalid(Records.image(8, 0, png.limit(png.limit() - 20)), "png");
  }

  @Test
  void shouldRefuseAPictureOfAnotherSizeThanTheRecordSays() {
    DecodedImage wrong = DecodedImage.newBuilder(Records.image(8, 0)).setWidth(5).build();
    assertInvalid(wrong, "4x4");
  }

  @Test
  void shouldRefuseARunIdThatLeadsOutOfTheBucket() {
    DecodedImage wrong =
        DecodedImage.newBuilder(Records.image(8, 0)).setRunId("../../elsewhere").build();
    assertInvalid(wrong, "not a run id");
  }

  /** As a source that counts nanoseconds where microseconds are asked for. */
  @Test
  void shouldRefuseATimeThatIsNotOfThisWorld() {
    StageTimes late =
        StageTimes.newBuilder(Records.times())
            .setLastVolumeAcquiredAt(Instant.parse("+58115-01-01T00:00:00Z"))
            .build();
    DecodedImage wrong = DecodedImage.newBuilder(Records.image(8, 0)).setTimes(late).build();
    assertInvalid(wrong, "lastVolumeAcquiredAt");
  }

  private static void assertInvalid(DecodedImage image, String message) {
    assertThatThrownBy(() -> writer.image(image))
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_RECORD));
  }

  private static String text(String key) {
    return new String(store.get(key).orElseThrow(), StandardCharsets.UTF_8);
  }
}
