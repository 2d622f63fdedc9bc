package io.mindstream.bridge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.roi.RoiException;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BidsReplayTest {

  private static final VolumeShape SHAPE = new VolumeShape(3, 2, 2);

  @TempDir private Path folder;

  @Test
  void shouldFindEveryRunVolumeAndTrialOfARealExperiment() {
    Feed feed = BidsReplay.open(SharedData.of("data/haxby"), ReplayOptions.defaults());
    assertThat(feed.problems()).isEmpty();
    assertThat(feed.runs()).hasSize(10);
    assertThat(feed.expectedVolumes()).isEqualTo(1210);
    assertThat(feed.expectedTrials()).isEqualTo(80);
  }

  @Test
  void shouldPlayARealRunToItsEnd() {
    Feed feed = BidsReplay.open(SharedData.of("data/haxby"), ReplayOptions.defaults());
    List<FeedMessage> messages = messages(feed.runs().get(0));
    assertThat(messages).hasSize(121 + 8);
    assertThat(messages).extracting(FeedMessage::dueSeconds).isSorted();
  }

  @Test
  void shouldSayHowTheDefaultRegionWasMade() {
    Feed feed = BidsReplay.open(SharedData.of("data/haxby"), ReplayOptions.defaults());
    assertThat(feed.runs().get(9).description().source()).contains("no mask given", "of 800");
  }

  @Test
  void shouldPlayAnEventWithoutAPictureThatIsBroken() throws IOException {
    run("01", "onset\tduration\tstim_file\n2\t2\tbad.png\n");
    Files.writeString(Files.createDirectory(folder.resolve("stimuli")).resolve("bad.png"), "?");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    FeedMessage.Event event = (FeedMessage.Event) messages(feed.runs().get(0)).get(1);
    assertThat(event.stimulusId()).contains("bad.png");
    assertThat(event.stimulusPng()).isEmpty();
  }

  @Test
  void shouldPutAnEventBeforeTheVolumeOfTheSameTime() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(messages(feed.runs().get(0)))
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Volume", "Event", "Volume", "Volume");
  }

  @Test
  void shouldNotWaitForEventsOutsideTheRun() throws IOException {
    run("01", "onset\tduration\n-5\t2\n9999\t2\n");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    List<FeedMessage> messages = messages(feed.runs().get(0));
    assertThat(messages.get(0).dueSeconds()).isZero();
    assertThat(messages.get(4).dueSeconds()).isEqualTo(6); // Three volumes of 2 s.
  }

  @Test
  void shouldPlayTheGoodRunsBesideABrokenOne() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Path broken = run("02", "onset\tduration\n2\t2\n");
    Files.write(broken, new byte[] {1, 2, 3});
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(feed.runs()).hasSize(1);
    assertThat(feed.problems()).singleElement().asString().contains(broken.toString());
  }

  @Test
  void shouldRefuseAMaskOfAnotherShape() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Path mask = Series.counting(folder.resolve("other_mask.nii"), new VolumeShape(4, 2, 2), 1);
    assertThatThrownBy(() -> BidsReplay.open(folder, ReplayOptions.defaults().withMask(mask)))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("3x2x2")
        .hasMessageContaining("4x2x2");
  }

  @Test
  void shouldRefuseAnEmptyMask() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Path mask = Series.counting(folder.resolve("empty_mask.nii"), new VolumeShape(1, 1, 1), 1);
    assertThatThrownBy(() -> BidsReplay.open(folder, ReplayOptions.defaults().withMask(mask)))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void shouldTakeTheMaskThatLiesInTheFolder() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Series.counting(folder.resolve("sub-1_desc-V1_mask.nii"), SHAPE, 1);
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(feed.roi().getRoiId()).startsWith("sub-1_desc-V1");
    assertThat(feed.roi().getIndices()).hasSize(11); // All but voxel 0.
  }

  @Test
  void shouldChooseRunsByTheirNumber() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    run("02", "onset\tduration\n2\t2\n");
    run("10", "onset\tduration\n2\t2\n");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults().withRuns(List.of("2", "run-10")));
    assertThat(feed.runs())
        .extracting(run -> run.description().runId().run().orElseThrow())
        .containsExactly("02", "10");
  }

  @Test
  void shouldTakeRepetitionTimeFromTheNearestSidecar() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Files.writeString(folder.resolve("task-view_bold.json"), "{\"RepetitionTime\": 0.8}");
    Files.writeString(folder.resolve("task-other_bold.json"), "{\"RepetitionTime\": 9}");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(feed.runs().get(0).description().repetitionTimeSeconds()).isEqualTo(0.8);
  }

  @Test
  void shouldRefuseACompressedFileThatIsCutBeforeItsFirstVolume() throws IOException {
    Path bold = compressed();
    cut(bold);
    assertThatThrownBy(() -> BidsReplay.open(folder, ReplayOptions.defaults()))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining(bold + ": gzip checksum and length: truncated");
  }

  @Test
  void shouldFailInMidRunWhereACompressedFileBreaks() throws IOException {
    Path bold = compressed();
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    cut(bold); // After it was read through.
    assertThatThrownBy(() -> messages(feed.runs().get(0)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void shouldSayWhereTheRepetitionTimeWasTakenFrom() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    run("02", "onset\tduration\n2\t2\n");
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(feed.notes()).singleElement().asString().contains("TR 2 s of 2 runs", "header");
  }

  @Test
  void shouldRefuseARunThatLiesElsewhereThanTheRegionOfInterest() throws IOException {
    run("01", "onset\tduration\n2\t2\n");
    Path moved = run("02", "onset\tduration\n2\t2\n");
    byte[] bytes = Files.readAllBytes(moved);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(280 + 12, 40); // srow_x[3]
    Files.write(moved, bytes);
    Feed feed = BidsReplay.open(folder, ReplayOptions.defaults());
    assertThat(feed.runs()).hasSize(1);
    assertThat(feed.problems())
        .singleElement()
        .asString()
        .contains(moved.toString(), "[2 0 0.5 40;", "[2 0 0.5 -10;", "--runs");
  }

  private Path compressed() throws IOException {
    Files.writeString(folder.resolve("sub-1_task-view_run-1_events.tsv"), "onset\tduration\n");
    Series.counting(folder.resolve("all_mask.nii"), new VolumeShape(30, 30, 3), 1);
    return Series.counting(
        folder.resolve("sub-1_task-view_run-1_bold.nii.gz"), new VolumeShape(30, 30, 3), 3);
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private Path run(String label, String events) throws IOException {
    String name = "sub-1_task-view_run-" + label;
    Files.writeString(folder.resolve(name + "_events.tsv"), events);
    return Series.counting(folder.resolve(name + "_bold.nii"), SHAPE, 3);
  }

  static List<FeedMessage> messages(FeedRun run) {
    List<FeedMessage> messages = new ArrayList<>();
    try (FeedRun.Messages open = run.open()) {
      open.forEachRemaining(messages::add);
    }
    return messages;
  }
}
