package io.mindstream.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.tcp.TcpVolumes;
import io.mindstream.bridge.tcp.VolumeChoice;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.RoiChecksum;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A console and this project's own receivers. */
@Timeout(60)
class SentVolumesTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private Path folder;
  private final SimulatedScanner scanner = Sessions.scanner();
  private @Nullable Told told;

  @AfterEach
  void close() {
    if (told != null) {
      told.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldArriveByCStore(Vendor vendor) {
    int port = dicom(Optional.of(ANY), Optional.empty());
    Sessions.play(scanner, vendor, new Target.Store(at(port), "SCANNER", "MINDSTREAM"));

    assertThat(arrived()).containsExactlyElementsOf(Sessions.volumes(scanner));
  }

  @ParameterizedTest
  @EnumSource
  void shouldArriveThroughAFolder(Vendor vendor) {
    dicom(Optional.empty(), Optional.of(folder));
    Sessions.write(scanner, vendor, folder);

    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(Sessions.volumes(scanner));
  }

  @Test
  void shouldArriveOverTcp() {
    told =
        new Told(
            notes ->
                TcpVolumes.open(
                    ANY, new VolumeChoice(false, Optional.empty()), Told.options(), notes));
    Sessions.play(scanner, Vendor.SIEMENS_MOSAIC, new Target.Tcp(at(told.port())));

    assertThat(arrived()).containsExactlyElementsOf(Sessions.volumes(scanner));
  }

  @Test
  void shouldFitTheMaskThatIsWrittenForTheReceiver() {
    Path mask = folder.resolve("mask.nii.gz");
    ConsoleMask.write(scanner.roi(), true, mask);
    int port = dicom(Optional.of(ANY), Optional.empty(), Optional.of(mask));
    Sessions.play(scanner, Vendor.GE, new Target.Store(at(port), "SCANNER", "MINDSTREAM"));
    arrived();

    assertThat(RoiChecksum.of(told.starts().get(0).roi())).isEqualTo(RoiChecksum.of(scanner.roi()));
  }

  @Test
  void shouldSayThatNobodyListens() throws IOException {
    int port = freePort();
    Target nobody = new Target.Store(at(port), "SCANNER", "MINDSTREAM");
    assertThatThrownBy(() -> Sessions.play(scanner, Vendor.GE, nobody))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("--port");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private List<VolumeData> arrived() {
    told.await(LiveMessage.Happened.class, Sessions.VOLUMES);
    return told.volumes().stream().map(FeedMessage.Volume::data).toList();
  }

  private int dicom(Optional<InetSocketAddress> network, Optional<Path> path) {
    return dicom(network, path, Optional.empty());
  }

  private int dicom(Optional<InetSocketAddress> network, Optional<Path> path, Optional<Path> mask) {
    AtomicReference<ScannerFeed> feed = new AtomicReference<>();
    ScannerOptions options =
        new ScannerOptions(
            network.map(address -> new DimseSettings(address, "MINDSTREAM")),
            path,
            false,
            AssemblySettings.usual(),
            Told.options(mask, Duration.ofMinutes(1), OptionalDouble.empty()));
    told =
        new Told(
            notes -> {
              feed.set(ScannerFeed.open(options, notes));
              return feed.get();
            });
    return feed.get().address().map(InetSocketAddress::getPort).orElse(0);
  }
}
