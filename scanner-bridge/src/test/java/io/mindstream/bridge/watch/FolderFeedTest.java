package io.mindstream.bridge.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feed on a real folder, without a broker. */
@Timeout(60)
class FolderFeedTest {

  private static final String RUN = "sub-01_task-view_run-01";

  @TempDir private Path folder;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<LiveMessage> told = new CopyOnWriteArrayList<>();
  private Volumes scanner;
  private WatchOptions options;
  private Optional<FolderFeed> feed = Optional.empty();

  @BeforeEach
  void prepare() {
    scanner = new Volumes(folder);
    options = Volumes.options(folder, RUN);
  }

  @AfterEach
  void finish() {
    feed.ifPresent(FolderFeed::finish);
  }

  @Test
  void shouldTellTheRunBeforeItsFirstVolume() {
    scanner.add(1);
    listen();
    awaitVolumes(1);
    RunStarted start = (RunStarted) told.get(0);
    assertThat(start.run().repetitionTimeSeconds()).isEqualTo(2);
    assertThat(start.roi().getDescription()).contains("no mask given");
    assertThat(notes).anyMatch(note -> note.contains("no mask given"));
  }

  @Test
  void shouldTellTheSlicesTimesOfASidecar() throws Exception {
    Files.writeString(folder.resolve("task-v_bold.json"), "{\"SliceTiming\": [0, 1, 0.5, 1.5]}");
    scanner.add(1);
    listen();
    awaitVolumes(1);
    assertThat(((RunStarted) told.get(0)).run().sliceTiming()).containsExactly(0.0, 1.0, 0.5, 1.5);
  }

  @Test
  void shouldTakeTheMaskThatLiesInTheFolder() {
    Series.counting(folder.resolve("sub-01_desc-V1_mask.nii"), new VolumeShape(6, 5, 4), 1);
    scanner.add(1);
    listen();
    awaitVolumes(1);
    assertThat(((RunStarted) told.get(0)).roi().getRoiId()).startsWith("sub-01_desc-V1");
  }

  @Test
  void shouldEndWithWhatCameWhenToldToFinish() {
    scanner.add(1);
    CompletableFuture<Void> over = listen();
    awaitVolumes(1);
    scanner.add(2);
    awaitVolumes(2);
    feed.orElseThrow().finish();
    over.join();
    assertThat(told).last().isInstanceOf(RunEnded.class);
  }

  @Test
  void shouldEndTheRunAfterALongSilence() {
    options = with(Optional.empty(), Duration.ofMillis(300), false);
    scanner.add(1);
    listen().join();
    assertThat(told).last().isInstanceOf(RunEnded.class);
  }

  @Test
  void shouldTakeAHalfWrittenFileWhenItIsWhole() throws Exception {
    scanner.add(1);
    scanner.add(2);
    Path second = folder.resolve("vol_0002.nii.gz");
    byte[] whole = Files.readAllBytes(second);
    Files.write(second, Arrays.copyOf(whole, whole.length - 6)); // All voxels, half a trailer.
    listen();
    awaitVolumes(1);
    scanner.add(3);
    Instant before = Instant.now();
    Files.write(
        second,
        Arrays.copyOfRange(whole, whole.length - 6, whole.length),
        StandardOpenOption.APPEND);
    awaitVolumes(3);
    assertThat(indices()).containsExactly(0, 1, 2);
    assertThat(((Happened) told.get(2)).receivedAt()).isAfterOrEqualTo(before);
  }

  @Test
  void shouldLeaveOutWhatWasThereBeforeWhenAsked() {
    options = with(Optional.empty(), Duration.ofMinutes(1), true);
    scanner.add(1);
    listen();
    await().until(() -> !notes.isEmpty());
    scanner.add(2);
    awaitVolumes(1);
    assertThat(((RunStarted) told.get(0)).roi().getDescription()).contains("vol_0002");
  }

  @Test
  void shouldRefuseASeriesAndNameReplay() {
    scanner.add(1, new VolumeShape(6, 5, 4), 3);
    assertThatThrownBy(() -> listen().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(FeedException.class)
        .hasMessageContaining("mindstream replay");
  }

  @Test
  void shouldBreakOffAtAVolumeOfAnotherGrid() {
    scanner.add(1);
    CompletableFuture<Void> over = listen();
    awaitVolumes(1);
    scanner.add(2, new VolumeShape(6, 5, 3), 1);
    assertThatThrownBy(over::join).hasMessageContaining("vol_0002").hasMessageContaining("6x5x3");
  }

  @Test
  void shouldAskForTheTrWhereTheHeaderHasNone() throws Exception {
    scanner.add(1);
    Path first = Series.counting(folder.resolve("vol_0001.nii"), new VolumeShape(6, 5, 4), 1);
    Files.delete(folder.resolve("vol_0001.nii.gz"));
    byte[] bytes = Files.readAllBytes(first);
    Arrays.fill(bytes, 76 + 4 * 4, 76 + 5 * 4, (byte) 0); // pixdim[4]
    Files.write(first, bytes);
    assertThatThrownBy(() -> listen().join()).hasMessageContaining("no TR", "--tr 2");
  }

  @Test
  void shouldTellAnEventThatIsAppendedDuringTheRun() throws Exception {
    Path events = folder.resolve("run_events.tsv");
    options = with(Optional.of(events), Duration.ofMinutes(1), false);
    scanner.add(1);
    listen();
    awaitVolumes(1);
    Files.writeString(
        events, "onset\tduration\ttrial_type\n0.5\t1\tface\n9999\t1\thouse\n1\t1\tfa");
    await().until(() -> !events().isEmpty());
    Files.writeString(events, "ce\n", StandardOpenOption.APPEND);
    await().until(() -> events().size() == 2);
    assertThat(events()).extracting(FeedMessage.Event::trialType).containsExactly("face", "face");
    assertThat(events()).extracting(FeedMessage.Event::trialIndex).containsExactly(0, 1);
  }

  @Test
  void shouldRefuseEventsThatAreNoTable() throws Exception {
    Path events = Files.writeString(folder.resolve("run_events.tsv"), "time\n1\n");
    options = with(Optional.of(events), Duration.ofMinutes(1), false);
    assertThatThrownBy(() -> FolderFeed.open(options, notes::add))
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("onset");
  }

  private WatchOptions with(Optional<Path> events, Duration endAfter, boolean newOnly) {
    return new WatchOptions(
        folder,
        options.runId(),
        OptionalDouble.empty(),
        Optional.empty(),
        options.roiThreshold(),
        events,
        endAfter,
        newOnly,
        true);
  }

  private CompletableFuture<Void> listen() {
    FolderFeed open = FolderFeed.open(options, notes::add);
    feed = Optional.of(open);
    return CompletableFuture.runAsync(
        () -> {
          try {
            open.listen(told::add);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void awaitVolumes(int count) {
    await().untilAsserted(() -> assertThat(indices()).hasSize(count));
  }

  private List<Integer> indices() {
    return happened(FeedMessage.Volume.class).stream().map(FeedMessage.Volume::index).toList();
  }

  private List<FeedMessage.Event> events() {
    return happened(FeedMessage.Event.class);
  }

  private <T extends FeedMessage> List<T> happened(Class<T> type) {
    return told.stream()
        .filter(Happened.class::isInstance)
        .map(message -> ((Happened) message).what())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
