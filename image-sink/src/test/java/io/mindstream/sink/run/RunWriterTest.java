package io.mindstream.sink.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.sink.Records;
import io.mindstream.sink.trial.TrialWriter;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.S3Server;
import io.mindstream.storage.document.DatasetDescription;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.RunDocument;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {

  private static final RunKeys KEYS = RunKeys.of(Records.RUN);

  @TempDir Path folder;
  private S3Server server;
  private S3ObjectStore store;
  private TrialWriter trials;
  private RunWriter runs;

  @BeforeEach
  void start() throws Exception {
    server = new S3Server(folder);
    store = new S3ObjectStore(server.settings());
    trials = new TrialWriter(store);
    runs = new RunWriter(store);
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
    server.close();
  }

  @Test
  void shouldSayThatARunGoesOn() {
    runs.header(Records.run(RunState.STARTED));
    assertThat(document().over()).isFalse();
  }

  @Test
  void shouldDescribeTheDatasetOnce() {
    runs.header(Records.run(RunState.STARTED));
    assertThat(
            Documents.find(store, RunKeys.DATASET_DESCRIPTION, DatasetDescription.class)
                .orElseThrow()
                .datasetType())
        .isEqualTo("derivative");
  }

  @Test
  void shouldListTheTrialsOfARunThatIsOver() {
    store(1, 0);
    runs.header(Records.run(RunState.ENDED));
    assertThat(document().trials()).extracting(RunDocument.Trial::index).containsExactly(0, 1);
  }

  @Test
  void shouldListATrialThatIsStoredAfterTheEnd() {
    runs.header(Records.run(RunState.ENDED));
    store(2);
    runs.trialsStored(Records.RUN);
    assertThat(document().trials()).extracting(RunDocument.Trial::index).containsExactly(2);
  }

  @Test
  void shouldListWhatAnotherSinkStored() {
    runs.header(Records.run(RunState.ENDED));
    store(2);
    runs.trialsStored(Records.RUN);
    new TrialWriter(store).image(Records.image(3, 0));
    new RunWriter(store).trialsStored(Records.RUN);
    assertThat(document().trials()).extracting(RunDocument.Trial::index).containsExactly(2, 3);
  }

  @Test
  void shouldNotListTrialsOfAnEarlierPlay() {
    store(4);
    RunHeader again =
        RunHeader.newBuilder(Records.run(RunState.ENDED))
            .setStartedAt(Records.SCANNED.plus(Duration.ofHours(1)))
            .build();
    runs.header(again);
    assertThat(document().trials()).isEmpty();
  }

  @Test
  void shouldSeeAStimulusThatComesAfterItsPictures() {
    runs.header(Records.run(RunState.ENDED));
    store(5);
    runs.trialsStored(Records.RUN);
    trials.stimulus(Records.event(5));
    runs.trialsStored(Records.RUN);
    assertThat(document().trials()).extracting(RunDocument.Trial::stimulus).containsExactly(true);
  }

  @Test
  void shouldCompareWithWhatWasShownInThePicturesOwnSize() {
    byte[] rgb = new byte[3 * 32 * 32];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % 32 * 8);
    }
    RgbImage shown = new RgbImage(32, 32, rgb);
    trials.stimulus(
        StimulusEvent.newBuilder(Records.event(6))
            .setStimulusPng(ByteBuffer.wrap(shown.png()))
            .build());
    byte[] decoded = shown.scaledTo(16, 16).png();
    trials.image(
        DecodedImage.newBuilder(Records.image(6, 0, ByteBuffer.wrap(decoded)))
            .setWidth(16)
            .setHeight(16)
            .build());
    runs.header(Records.run(RunState.ENDED));
    assertThat(document().trials().get(0).similarity())
        .satisfies(alike -> assertThat(alike.ssim()).isCloseTo(1, within(1e-9)));
  }

  @Test
  void shouldListTheNewestAnswerToATrial() {
    trials.image(Records.answer(7, 0, 1));
    trials.image(Records.answer(7, 0, 2));
    runs.header(Records.run(RunState.ENDED));
    assertThat(document().trials()).extracting(RunDocument.Trial::revision).containsExactly(2);
  }

  @Test
  void shouldTellTheQualityOfARunThatIsOver() {
    runs.header(Records.run(RunState.ENDED));
    runs.quality(Records.summary(0.7));
    runs.trialsStored(Records.RUN);
    assertThat(document().quality().maxFramewiseDisplacementMillimetres()).isEqualTo(0.7);
  }

  @Test
  void shouldTellTheQualityThatAnotherSinkHeardOfBeforeTheEnd() {
    new RunWriter(store).quality(Records.summary(0.7));
    runs.header(Records.run(RunState.ENDED));
    assertThat(document().quality().flaggedVolumes()).isEqualTo(2);
  }

  @Test
  void shouldNotTellTheQualityOfAnEarlierPlay() {
    runs.quality(Records.summary(0.7));
    runs.header(
        RunHeader.newBuilder(Records.run(RunState.ENDED))
            .setStartedAt(Records.SCANNED.plus(Duration.ofHours(1)))
            .build());
    assertThat(document().quality()).isNull();
  }

  @Test
  void shouldKeepNothingOfTheQualityOfSingleVolumes() {
    runs.quality(Records.quality(3, 0.7));
    assertThat(store.get(KEYS.quality())).isEmpty();
  }

  @Test
  void shouldDrawAContactSheet() {
    store(0, 1, 2);
    runs.header(Records.run(RunState.ENDED));
    assertThat(RgbImage.read(store.get(KEYS.contactSheet()).orElseThrow()).width())
        .isGreaterThan(96);
  }

  @Test
  void shouldRefuseARunIdThatLeadsOutOfTheBucket() {
    RunHeader wrong = RunHeader.newBuilder(Records.run(RunState.ENDED)).setRunId("../x").build();
    assertThatThrownBy(() -> runs.header(wrong)).isInstanceOf(PipelineException.class);
  }

  private void store(int... indices) {
    for (int trial : indices) {
      trials.image(Records.image(trial, 0));
    }
  }

  private RunDocument document() {
    return Documents.find(store, KEYS.document(), RunDocument.class).orElseThrow();
  }
}
