package io.mindstream.bridge.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A bridge that listens for C-STORE, as a process that can be killed. */
final class ListenProcess {

  private ListenProcess() {}

  /** Starts one that listens at a port, for one run. */
  static Process start(KafkaSettings kafka, int port, Path spool, String run, Duration endAfter)
      throws IOException {
    return JavaProcess.start(
        ListenProcess.class,
        spool.resolveSibling("listen.log"),
        List.of(
            kafka.bootstrapServers(),
            String.valueOf(port),
            spool.toString(),
            run,
            String.valueOf(endAfter.toMillis())));
  }

  /** Listens until the run is over. */
  public static void main(String[] arguments) throws InterruptedException {
    KafkaSettings kafka = new KafkaSettings(arguments[0], Map.of());
    SpoolSettings spool = Spools.in(Path.of(arguments[2]));
    PushOptions runs =
        new PushOptions(
            RunId.parse(arguments[3]),
            OptionalDouble.empty(),
            Optional.empty(),
            RoiMasks.DEFAULT_FRACTION,
            Optional.empty(),
            Duration.ofMillis(Long.parseLong(arguments[4])),
            true);
    ScannerOptions options =
        new ScannerOptions(
                Optional.of(new DimseSettings(address(arguments[1]), "MINDSTREAM")),
                Optional.empty(),
                false,
                AssemblySettings.usual(),
                runs)
            .holdingIn(spool);
    try (BridgeService bridge =
        new BridgeService(
            kafka,
            WatchProcess.registry(kafka),
            WatchProcess.TOPICS,
            new SimpleMeterRegistry(),
            spool)) {
      bridge.start();
      bridge
          .play(
              ScannerFeed.open(options, System.out::println),
              PlaybackOptions.at(Speed.REAL_TIME),
              PlaybackListener.NONE)
          .await();
    }
  }

  private static InetSocketAddress address(String port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }
}
