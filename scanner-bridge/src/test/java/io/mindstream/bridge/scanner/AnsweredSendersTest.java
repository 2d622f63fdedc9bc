package io.mindstream.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.bridge.dimse.DataSets;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.Scu;
import io.mindstream.bridge.push.Told;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who sends by C-STORE is told of success when a kill can lose nothing of it any more. */
@Timeout(60)
class AnsweredSendersTest {

  @TempDir Path folder;
  private Told told;

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void shouldAnswerASenderOnceItsVolumeWasTold() throws IOException {
    int port = listen(folder.resolve("slices"));
    Path first = ScannerFiles.MOSAIC.files().get(0);
    try (Scu scu = Scu.open(port)) {
      scu.store(Scu.MR, ScannerFiles.uid(first), ScannerFiles.dataSet(first));
      assertThat(told.indices()).containsExactly(0);
    }
  }

  @Test
  void shouldRefuseWhatNoVolumeCanBeMadeOf() throws IOException {
    int port = listen(folder.resolve("slices"));
    try (Scu scu = Scu.open(port)) {
      byte[] placeless = DataSets.image("1.2.3.9", 100);
      assertThat(scu.store(Scu.MR, "1.2.3.9", placeless)).isEqualTo(0xC000);
    }
  }

  @Test
  void shouldSayOnceWhatIsWrongWithEverySlice() throws IOException {
    int port = listen(folder.resolve("slices"));
    try (Scu scu = Scu.open(port)) {
      for (String instance : List.of("1.2.3.8", "1.2.3.9")) {
        byte[] cut = Arrays.copyOf(DataSets.image(instance, 100), 101);
        assertThat(scu.store(Scu.MR, instance, cut)).isEqualTo(0xC000);
      }
    }
    assertThat(told.notes())
        .filteredOn(note -> note.startsWith("left out: "))
        .singleElement()
        .asString()
        .startsWith("left out: an object: ");
  }

  @Test
  void shouldMakeAVolumeOfSlicesBeforeAndAfterAKill() throws IOException {
    List<Path> volume = ScannerFiles.GE.files().subList(0, 8);
    Path slices = folder.resolve("slices");
    send(listen(slices), volume.subList(0, 5));
    Path left = asAKillLeavesIt(slices);
    told.close();
    int port = listen(left);
    send(port, volume.subList(5, 8));
    assertThat(told.indices()).hasSize(1);
    assertThat(ScannerFiles.in(left)).isEmpty();
  }

  @Test
  void shouldTakeASliceAgainThatAPowerCutLeftInPieces() throws IOException {
    List<Path> volume = ScannerFiles.GE.files().subList(0, 8);
    Path slices = folder.resolve("slices");
    send(listen(slices), volume.subList(0, 5));
    Path left = asAKillLeavesIt(slices);
    told.close();
    Path last = ScannerFiles.in(left).get(4);
    byte[] half = Arrays.copyOf(Files.readAllBytes(last), (int) Files.size(last));
    Arrays.fill(half, half.length / 2, half.length, (byte) 0); // Its length came to the disk first.
    Files.write(last, half);
    int port = listen(left);
    send(port, volume.subList(4, 8));
    assertThat(told.indices()).hasSize(1);
    assertThat(told.notes()).noneMatch(note -> note.contains("came before"));
  }

  @Test
  void shouldHoldNoSliceOfAVolumeThatWasTold() throws IOException {
    Path slices = folder.resolve("slices");
    send(listen(slices), ScannerFiles.GE.files());
    assertThat(told.indices()).hasSize(3);
    assertThat(ScannerFiles.in(slices)).isEmpty();
  }

  @Test
  void shouldForgetSlicesOfAnotherSession() throws IOException {
    Path slices = folder.resolve("slices");
    send(listen(slices), ScannerFiles.GE.files().subList(0, 5));
    Path left = asAKillLeavesIt(slices);
    told.close();
    for (Path file : ScannerFiles.in(left)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }
    listen(left);
    await().untilAsserted(() -> assertThat(ScannerFiles.in(left)).isEmpty());
  }

  private static void send(int port, List<Path> files) throws IOException {
    try (Scu scu = Scu.open(port)) {
      for (Path file : files) {
        assertThat(scu.store(Scu.MR, ScannerFiles.uid(file), ScannerFiles.dataSet(file))).isZero();
      }
    }
  }

  private Path asAKillLeavesIt(Path slices) throws IOException {
    Path left = Files.createDirectory(folder.resolve("left"));
    for (Path file : ScannerFiles.in(slices)) {
      Files.copy(file, left.resolve(file.getFileName()));
    }
    assertThat(ScannerFiles.in(left)).hasSize(5);
    return left;
  }

  private int listen(Path slices) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ScannerOptions options =
        new ScannerOptions(
            Optional.of(new DimseSettings(any, "MINDSTREAM")),
            Optional.empty(),
            false,
            AssemblySettings.usual(),
            Told.options(),
            Optional.of(slices));
    AtomicReference<ScannerFeed> feed = new AtomicReference<>();
    told =
        new Told(
            notes -> {
              feed.set(ScannerFeed.open(options, notes));
              return feed.get();
            });
    return feed.get().address().orElseThrow().getPort();
  }
}
