package io.mindstream.sink.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Records;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.S3Server;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.SampleDocument;
import io.mindstream.storage.document.TrialDocument;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialWriterTest {

  private static final String TRIAL =
      "derivatives/mindstream/sub-01/task-viewing/run-03/trial-0007/";

  @TempDir static Path folder;
  private static S3Server server;
  private static S3ObjectStore store;
  private static TrialWriter writer;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server(folder);
    store = new S3ObjectStore(server.settings());
    writer = new TrialWriter(store);
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
  void shouldDescribeTheTrialBesideItsPictures() {
    writer.image(Records.image(7, 1));
    assertThat(document(7).model().checksum()).isEqualTo("c");
  }

  @Test
  void shouldSayHowTheVectorWasMade() {
    writer.image(Records.image(7, 1));
    assertThat(document(7).vector().normalisation()).isEqualTo("running");
  }

  @Test
  void shouldFlagPicturesOfAnUntrainedModel() {
    writer.image(Records.image(7, 1));
    assertThat(document(7).quality()).containsExactly(TrialDocument.MODEL_UNTRAINED);
  }

  @Test
  void shouldGatherTheSamplesOfATrialInWhateverOrderTheyCome() {
    writer.image(Records.image(9, 1));
    writer.image(Records.image(9, 0));
    assertThat(document(9).samples()).extracting(SampleDocument::index).containsExactly(0, 1);
  }

  @Test
  void shouldDropWhatAnotherModelLeftThere() {
    writer.image(DecodedImage.newBuilder(Records.image(10, 1)).setModelId("other").build());
    writer.image(Records.image(10, 0));
    assertThat(document(10).samples()).extracting(SampleDocument::index).containsExactly(0);
  }

  @Test
  void shouldWriteTheSameBytesForARecordThatComesAgain() {
    writer.image(Records.image(7, 0));
    byte[] first = store.get(new TrialKeys(new TrialKey(Records.RUN, 7)).document()).orElseThrow();
    writer.image(Records.image(7, 0));
    assertThat(store.get(new TrialKeys(new TrialKey(Records.RUN, 7)).document())).hasValue(first);
  }

  @Test
  void shouldKeepALaterAnswerBesideTheFirst() {
    writer.image(Records.answer(11, 0, 1));
    writer.image(Records.answer(11, 0, 2));
    String folder = "derivatives/mindstream/sub-01/task-viewing/run-03/trial-0011/";
    assertThat(store.list(folder))
        .containsExactly(
            folder + "revision-2/sample-0.png",
            folder + "revision-2/trial.json",
            folder + "sample-0.png",
            folder + "trial.json");
  }

  @Test
  void shouldStoreTheSameWhateverTheOrderOfTheAnswers() {
    writer.image(Records.answer(12, 0, 2));
    writer.image(Records.answer(12, 0, 1));
    writer.image(Records.answer(12, 0, 2));
    assertThat(document(12).answer().revision()).isEqualTo(1);
  }

  @Test
  void shouldSayWhatALaterAnswerKnows() {
    writer.image(Records.answer(13, 0, 2));
    assertThat(document(new TrialKeys(new TrialKey(Records.RUN, 13), 2)).answer())
        .isEqualTo(new TrialDocument.Answer(2, false, 8));
  }

  @Test
  void shouldFlagPicturesOfBadVolumes() {
    writer.image(
        DecodedImage.newBuilder(Records.image(14, 0))
            .setModelTrained(true)
            .setQualityFlags(List.of("MOTION", "SPIKES"))
            .build());
    assertThat(document(14).quality()).containsExactly("motion", "spikes");
  }

  @Test
  void shouldRefuseAnAnswerThatIsNone() {
    assertInvalid(DecodedImage.newBuilder(Records.image(8, 0)).setRevision(0).build(), "revision");
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

  private static TrialDocument document(int trial) {
    return document(new TrialKeys(new TrialKey(Records.RUN, trial)));
  }

  private static TrialDocument document(TrialKeys keys) {
    return Documents.find(store, keys.document(), TrialDocument.class).orElseThrow();
  }
}
