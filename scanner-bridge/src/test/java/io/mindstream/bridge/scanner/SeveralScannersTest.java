package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.push.Told;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two scanners that send at the same time to one port. */
@Timeout(60)
class SeveralScannersTest {

  private static final DimseSettings SETTINGS =
      new DimseSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "MINDSTREAM");

  private static final List<ScannerLane> LANES =
      List.of(
          new ScannerLane("ONE", RunId.parse("sub-01_task-view_run-01")),
          new ScannerLane("TWO", RunId.parse("sub-02_task-view_run-07")));

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final ScannerPort port = ScannerPort.open(SETTINGS, LANES, notes::add);
  private final Told one = told(LANES.get(0));
  private final Told two = told(LANES.get(1));

  @AfterEach
  void close() {
    one.close();
    two.close();
    port.close();
  }

  @Test
  void shouldMakeARunOfEachScannersSeriesWhenTheyAlternate() throws IOException {
    List<Path> mosaics = ScannerFiles.MOSAIC.files();
    List<Path> slices = ScannerFiles.GE.files();
    try (Scu first = Scu.open(number(), "ONE");
        Scu second = Scu.open(number(), "TWO")) {
      for (int i = 0; i < slices.size(); i++) {
        store(second, slices.get(i));
        if (i < mosaics.size()) {
          store(first, mosaics.get(i));
        }
      }
    }
    assertThat(one.indices()).containsExactly(0, 1);
    assertThat(two.indices()).containsExactly(0, 1, 2);
    assertThat(Stream.of(one, two).flatMap(told -> told.starts().stream()))
        .extracting(run -> run.run().runId().toString())
        .containsExactly("sub-01_task-view_run-01", "sub-02_task-view_run-07");
  }

  @Test
  void shouldMakeARunOfWhatEachOfTwoStorescusSendsAtOnce() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/storescu")),
        "skipped: dcmtk is not installed (Debian: apt install dcmtk)");
    Process first = storescu("ONE", ScannerFiles.XA.files());
    Process second = storescu("TWO", ScannerFiles.GE.files());
    assertThat(first.waitFor(30, TimeUnit.SECONDS) && second.waitFor(30, TimeUnit.SECONDS))
        .isTrue();
    assertThat(one.indices()).hasSize(18);
    assertThat(two.indices()).hasSize(3);
  }

  @Test
  void shouldGoOnWithOneScannerWhenTheOtherHasGone() throws IOException {
    two.finish();
    try (Scu first = Scu.open(number(), "ONE")) {
      store(first, ScannerFiles.MOSAIC.files().get(0));
    }
    assertThat(one.indices()).containsExactly(0);
  }

  @Test
  void shouldTakeAScannerWhoseFeedComesWhenAllOthersHaveGone() throws IOException {
    one.finish();
    two.finish();
    try (Told later = told(LANES.get(0));
        Scu first = Scu.open(number(), "ONE")) {
      store(first, ScannerFiles.MOSAIC.files().get(0));
      assertThat(later.indices()).containsExactly(0);
    }
  }

  @Test
  void shouldLetNobodyElseIn() {
    assertThatThrownBy(
            () -> {
              try (Scu stranger = Scu.open(number(), "THREE")) {
                store(stranger, ScannerFiles.MOSAIC.files().get(0));
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(notes).singleElement().asString().startsWith("THREE at 127.0.0.1 is turned away");
  }

  private int number() {
    return port.address().getPort();
  }

  private static void store(Scu scu, Path file) throws IOException {
    assertThat(scu.store(Scu.MR, ScannerFiles.uid(file), ScannerFiles.dataSet(file))).isZero();
  }

  private Process storescu(String title, List<Path> files) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("storescu", "-aet", title, "localhost", "" + number()));
    files.forEach(file -> command.add(file.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private Told told(ScannerLane lane) {
    ScannerOptions options =
        new ScannerOptions(
            Optional.of(SETTINGS),
            Optional.empty(),
            false,
            AssemblySettings.usual(),
            Told.options().from(lane.firstRun()));
    return new Told(notes -> ScannerFeed.at(port, lane.scanner(), options, new RunDesk(), notes));
  }
}
