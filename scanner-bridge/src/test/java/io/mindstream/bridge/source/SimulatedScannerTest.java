package io.mindstream.bridge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedScannerTest {

  private static final SimulationSettings SMALL =
      SimulationSettings.defaults().withRuns(2).withTrials(3).withVoxels(64);

  @TempDir private Path folder;

  @Test
  void shouldGiveTheSameBytesForTheSameSettings() {
    assertThat(volumes(new SimulatedScanner(SMALL), 1))
        .isEqualTo(volumes(new SimulatedScanner(SMALL), 1));
  }

  @Test
  void shouldGiveOtherBytesForAnotherSeed() {
    assertThat(volumes(new SimulatedScanner(SMALL.withSeed(2)), 0))
        .isNotEqualTo(volumes(new SimulatedScanner(SMALL), 0));
  }

  @Test
  void shouldShowStimuliThatAnyoneCanDrawAgain() {
    for (FeedMessage message : BidsReplayTest.messages(new SimulatedScanner(SMALL).runs().get(0))) {
      if (message instanceof FeedMessage.Event event) {
        Stimulus stimulus = Stimulus.parse(event.stimulusId().orElseThrow());
        assertThat(event.stimulusPng().orElseThrow()).isEqualTo(stimulus.png(64));
        assertThat(event.trialType()).isEqualTo(stimulus.category().label());
      }
    }
  }

  @Test
  void shouldPlayTheSameFromAFolder() {
    Feed simulated = new SimulatedScanner(SMALL);
    Path out = folder.resolve("session");
    new FolderExport(simulated, out, () -> {}).write();
    Feed replayed = BidsReplay.open(out, ReplayOptions.defaults());
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.roi().getRoiId()).isEqualTo(simulated.roi().getRoiId());
    assertThat(replayed.roi().getIndices()).isEqualTo(simulated.roi().getIndices());
    assertThat(volumes(replayed, 1)).isEqualTo(volumes(simulated, 1));
    assertThat(events(replayed)).isEqualTo(events(simulated));
  }

  @Test
  void shouldNotWriteIntoAFolderThatHoldsSomething() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    FolderExport export = new FolderExport(new SimulatedScanner(SMALL), folder, () -> {});
    assertThatThrownBy(export::write)
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void shouldKeepUpWithARealScannersSizeAndPace() {
    SimulationSettings real =
        SMALL.withShape(new VolumeShape(104, 104, 72)).withRuns(1).withTrials(1);
    try (FeedRun.Messages messages = new SimulatedScanner(real).runs().get(0).open()) {
      long started = System.nanoTime();
      int volumes = 0;
      while (volumes < 20) {
        if (messages.next() instanceof FeedMessage.Volume) {
          volumes++;
        }
      }
      Duration each = Duration.ofNanos((System.nanoTime() - started) / 20);
      assertThat(each).isLessThan(Duration.ofMillis(800));
    }
  }

  @Test
  void shouldRefuseAGridThatCannotHoldTheVisualVoxels() {
    assertThatThrownBy(
            () -> new SimulatedScanner(SMALL.withVoxels(512).withShape(new VolumeShape(8, 8, 4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--volume-shape");
  }

  private static List<ByteBuffer> volumes(Feed feed, int run) {
    return BidsReplayTest.messages(feed.runs().get(run)).stream()
        .filter(FeedMessage.Volume.class::isInstance)
        .map(message -> ((FeedMessage.Volume) message).data().bytes())
        .toList();
  }

  private static List<String> events(Feed feed) {
    return BidsReplayTest.messages(feed.runs().get(0)).stream()
        .filter(FeedMessage.Event.class::isInstance)
        .map(message -> (FeedMessage.Event) message)
        .map(
            event ->
                event.trialIndex()
                    + " "
                    + event.onsetSeconds()
                    + " "
                    + event.durationSeconds()
                    + " "
                    + event.trialType()
                    + " "
                    + event.stimulusId().orElse("").replace(".png", "")
                    + " "
                    + event.stimulusPng().isPresent())
        .toList();
  }
}
