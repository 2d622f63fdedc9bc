package io.mindstream.bridge.recorded;

import static io.mindstream.bridge.recorded.HandRecording.RUN;
import static io.mindstream.bridge.recorded.HandRecording.TOPICS;
import static io.mindstream.bridge.recorded.HandRecording.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording written by hand becomes a folder, which our own reader reads. */
class RunExportTest {

  private static final VolumeShape SHAPE = new VolumeShape(2, 2, 1);

  @TempDir Path folder;

  @Test
  void shouldWriteVolumesEventsAndMaskThatAreReadBack() throws Exception {
    FeedRun run = exported(List.of(volume(0, 1), volume(1, 1)));
    assertThat(run.description().runId()).isEqualTo(RUN);
    assertThat(run.description().repetitionTimeSeconds()).isEqualTo(2);
    assertThat(firstVoxels(run)).containsExactly(0.0, 1.0);
    assertThat(events(run)).extracting(FeedMessage.Event::trialType).containsExactly("face");
    assertThat(replay().roi().getIndices()).containsExactly(1, 3);
  }

  @Test
  void shouldWriteTheWindowThatAnEventAsksFor() throws Exception {
    FeedRun run = exported(List.of(volume(0, 1), volume(1, 1)));
    assertThat(events(run).get(0).window())
        .isEqualTo(new EventWindow(Optional.of(3.5), Optional.empty()));
  }

  @Test
  void shouldWriteZerosWhereAVolumeIsMissingAndCountThem() throws Exception {
    FeedRun run = exported(List.of(volume(0, 1), volume(1, 1), volume(3, 1)));
    assertThat(firstVoxels(run)).containsExactly(0.0, 1.0, 0.0, 3.0);
    assertThat(Files.readString(bids().resolve("sub-01/ses-02/func").resolve(RUN + "_bold.json")))
        .contains("\"MindstreamMissingVolumes\" : 1");
  }

  @Test
  void shouldWriteScaledValuesWhereTheScalingChanges() throws Exception {
    FeedRun run = exported(List.of(volume(1, 0.5), volume(2, 2)));
    assertThat(firstVoxels(run)).containsExactly(0.0, 0.5, 4.0);
  }

  @Test
  void shouldWriteTheSlicesTimesIntoTheSidecar() throws Exception {
    assertThat(exported(List.of(volume(0, 1))).description().sliceTiming()).containsExactly(0.25);
  }

  @Test
  void shouldKeepAPictureInsideTheFolderWhateverItsName() throws Exception {
    exported(List.of(volume(0, 1)));
    assertThat(bids().resolve("stimuli/faces/one.png")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void shouldLeaveAFolderAloneThatNoExportMade() throws Exception {
    Files.createDirectories(bids());
    Files.writeString(bids().resolve("thesis.txt"), "mine");
    RunExport export = export(List.of(volume(0, 1)));
    assertThatThrownBy(() -> export.bids(bids()))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("choose a new folder");
  }

  @Test
  void shouldRefuseVolumesThatAreOutOfOrder() throws Exception {
    RunExport export = export(List.of(volume(1, 1), volume(0, 1)));
    assertThatThrownBy(() -> export.nifti(bids()))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("volume 0 came after volume 1");
  }

  private FeedRun exported(List<BoldVolume> volumes) throws Exception {
    export(volumes).bids(bids());
    return replay().runs().get(0);
  }

  private RunExport export(List<BoldVolume> volumes) throws Exception {
    ObjectStore store = new HandRecording(folder.resolve("data")).store(volumes);
    return new RunExport(store, TOPICS, RUN, Optional.empty());
  }

  private Path bids() {
    return folder.resolve("bids");
  }

  private BidsReplay replay() {
    return BidsReplay.open(bids(), ReplayOptions.defaults());
  }

  /** Of each volume the voxel at the origin, which holds the volume's index. */
  private static List<Double> firstVoxels(FeedRun run) {
    return messages(run).stream()
        .filter(FeedMessage.Volume.class::isInstance)
        .map(message -> ((FeedMessage.Volume) message).data().view(SHAPE).value(0))
        .toList();
  }

  private static List<FeedMessage.Event> events(FeedRun run) {
    return messages(run).stream()
        .filter(FeedMessage.Event.class::isInstance)
        .map(FeedMessage.Event.class::cast)
        .toList();
  }

  private static List<FeedMessage> messages(FeedRun run) {
    List<FeedMessage> messages = new ArrayList<>();
    try (FeedRun.Messages open = run.open()) {
      open.forEachRemaining(messages::add);
    }
    return messages;
  }
}
