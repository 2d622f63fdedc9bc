package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.bridge.source.OpenRun;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.SeriesChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real scanners' files, sent by C-STORE or written into a folder. */
@Timeout(60)
class ScannerFeedTest {

  @TempDir Path folder;
  private Told told;

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void shouldTellEachMosaicThatIsSentByCStore() throws IOException {
    int port = network(Told.options());
    try (Scu scu = Scu.open(port)) {
      for (Path file : ScannerFiles.MOSAIC.files()) {
        assertThat(scu.store(Scu.MR, ScannerFiles.uid(file), ScannerFiles.dataSet(file))).isZero();
      }
    }
    told.await(LiveMessage.Happened.class, 2);

    assertThat(told.indices()).containsExactly(0, 1);
    RunStarted run = told.starts().get(0);
    assertThat(run.run().repetitionTimeSeconds()).isEqualTo(3);
    assertThat(run.run().sliceTiming()).hasSize(35).startsWith(0.0);
  }

  @Test
  void shouldTellWhatIsWrittenInPieces() throws IOException {
    watch(Told.options());
    for (Path file : ScannerFiles.GE.files()) {
      byte[] bytes = Files.readAllBytes(file);
      Path target = folder.resolve(file.getFileName());
      Files.write(target, Arrays.copyOf(bytes, bytes.length / 2));
      Files.write(
          target,
          Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length),
          StandardOpenOption.APPEND);
    }
    told.await(LiveMessage.Happened.class, 3);

    assertThat(told.indices()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void shouldNeverTellAVolumeThatLacksASlice() throws IOException {
    watch(Told.options());
    for (Path file : ScannerFiles.GE.files().subList(0, ScannerFiles.GE.files().size() - 1)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.Happened.class, 2);
    told.finish();

    assertThat(told.indices()).hasSize(2);
    assertThat(told.notes()).anyMatch(note -> note.contains("is not published"));
  }

  @Test
  void shouldLeaveOutWhatIsThereAlready() throws IOException {
    for (Path file : ScannerFiles.MOSAIC.files()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    watch(Told.options());
    told.awaitNote("2 files that are there already");
    for (Path file : ScannerFiles.GE.files()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.Happened.class, 3);

    assertThat(told.starts())
        .singleElement()
        .satisfies(run -> assertThat(slices(run)).isEqualTo(8));
  }

  @Test
  void shouldTakeAFileWhoseNameIsWrittenAgain() throws IOException {
    Path name = folder.resolve("IM0001");
    Files.copy(ScannerFiles.GE.files().get(0), name);
    watch(Told.options());
    told.awaitNote("1 files that are there already");
    Files.write(name, Files.readAllBytes(ScannerFiles.MOSAIC.files().get(0)));
    told.await(LiveMessage.Happened.class, 1);

    assertThat(told.indices()).hasSize(1);
  }

  @Test
  void shouldEndARunOfKnownLengthWithItsLastVolume() throws IOException {
    watch(expecting(2, 1));
    for (Path file : ScannerFiles.GE.files()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(RunEnded.class, 1);

    assertThat(told.indices()).containsExactly(0, 1);
  }

  @Test
  void shouldAbortARunThatStopsTooEarly() throws IOException {
    watch(expecting(10, 0));
    for (Path file : ScannerFiles.GE.files()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.RunBroken.class, 1);

    assertThat(told.reasons().get(0)).contains("after 3 of 10");
  }

  @Test
  void shouldGoOnWithARunThatAKilledBridgeLeft() throws IOException {
    OpenRun open = leave(ScannerFiles.XA.files().subList(0, 9));
    watchAfter(open);
    for (Path file : ScannerFiles.XA.files().subList(9, 18)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.Happened.class, 9);

    assertThat(told.starts()).isEmpty();
    assertThat(told.indices()).doesNotContainAnyElementsOf(open.volumes().keySet());
  }

  @Test
  void shouldAbortARunThatWasLeftOnceAnotherSeriesBegins() throws IOException {
    OpenRun open = leave(ScannerFiles.XA.files().subList(0, 9));
    for (Path file : ScannerFiles.in(folder)) {
      Files.delete(file); // The console moves what it sent.
    }
    watchAfter(open);
    for (Path file : ScannerFiles.GE.files()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.Happened.class, 3);

    assertThat(told.kinds()).startsWith("RunBroken", "RunStarted");
    assertThat(told.starts().get(0).run().runId()).hasToString("sub-01_task-view_run-02");
  }

  /** What a bridge had told that took these files and was killed. */
  private OpenRun leave(List<Path> files) throws IOException {
    watch(Told.options());
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    told.await(LiveMessage.Happened.class, files.size());
    RunStarted run = told.starts().get(0);
    NavigableMap<Integer, Instant> volumes = new TreeMap<>();
    told.indices().forEach(index -> volumes.put(index, run.startedAt()));
    OpenRun open =
        new OpenRun(
            run.run(), run.roi(), run.startedAt(), run.origin(), volumes, List.of(), Instant.now());
    told.close();
    return open;
  }

  private void watchAfter(OpenRun open) {
    told =
        new Told(
            notes -> {
              ScannerFeed feed =
                  ScannerFeed.open(
                      options(Optional.empty(), Optional.of(folder), Told.options()), notes);
              assertThat(feed.goesOn(open)).isTrue();
              return feed;
            });
  }

  private static int slices(RunStarted run) {
    return run.run().geometry().getNz();
  }

  private static PushOptions expecting(int volumes, int dummies) {
    PushOptions usual = Told.options();
    return new PushOptions(
        usual.firstRun(),
        usual.repetitionTimeSeconds(),
        usual.mask(),
        usual.roiThreshold(),
        usual.events(),
        Duration.ofSeconds(1),
        false,
        new PushOptions.Expected(OptionalInt.of(volumes), dummies, OptionalInt.empty(), false));
  }

  private int network(PushOptions runs) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    AtomicReference<ScannerFeed> feed = new AtomicReference<>();
    told =
        new Told(
            notes -> {
              DimseSettings settings = new DimseSettings(any, "MINDSTREAM");
              feed.set(
                  ScannerFeed.open(options(Optional.of(settings), Optional.empty(), runs), notes));
              return feed.get();
            });
    return feed.get().address().orElseThrow().getPort();
  }

  private void watch(PushOptions runs) {
    told =
        new Told(
            notes -> ScannerFeed.open(options(Optional.empty(), Optional.of(folder), runs), notes));
  }

  private static ScannerOptions options(
      Optional<DimseSettings> network, Optional<Path> path, PushOptions runs) {
    return new ScannerOptions(
        network,
        path,
        false,
        new AssemblySettings(Duration.ofSeconds(30), ZoneOffset.UTC, SeriesChoice.ALL),
        runs);
  }
}
