package io.mindstream.benchmarks.scanner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.push.PushOptions;
import io.mindstream.bridge.scanner.ScannerFeed;
import io.mindstream.bridge.scanner.ScannerOptions;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.Playback;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.standalone.embedded.EmbeddedKafka;
import io.mindstream.standalone.embedded.Port;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A broker in this process, and the bridge with its spool beside it. */
final class FeedPipeline implements AutoCloseable {

  private static final Duration END_AFTER = Duration.ofSeconds(20);

  private final EmbeddedKafka broker;
  private final KafkaSettings kafka;
  private final SchemaRegistry registry = new SchemaRegistry("mock://benchmarks");
  private final Topics topics = Topics.withPartitions(1);
  private final SpoolSettings spool;
  private final BridgeService bridge;

  /** A run that goes through the feed. */
  record Played(TimedFeed feed, Playback playback, Optional<InetSocketAddress> address) {

    /** Waits until Kafka has all that was sent. */
    void finish() throws InterruptedException {
      feed.finish();
      playback.await();
    }
  }

  FeedPipeline(Path folder) {
    broker = EmbeddedKafka.start(folder.resolve("kafka"), Port.anyFree("kafka"));
    kafka = KafkaSettings.of(broker.address());
    new TopicAdmin(kafka, registry).prepare(topics);
    spool = SpoolSettings.of(folder.resolve("spool"), SpoolSettings.DEFAULT_GIB);
    bridge = new BridgeService(kafka, registry, topics, new SimpleMeterRegistry(), spool);
    bridge.start();
  }

  KafkaSettings kafka() {
    return kafka;
  }

  Topics topics() {
    return topics;
  }

  SchemaRegistry registry() {
    return registry;
  }

  /** Plays a run that is sent by C-STORE; the feed is to be told to finish. */
  Played listen(int volumes, double tr) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return play(Optional.of(new DimseSettings(any, "MINDSTREAM")), Optional.empty(), volumes, tr);
  }

  /** Plays a run that is written into a folder and ends with its last volume. */
  Played watch(Path folder, int volumes, double tr) {
    return play(Optional.empty(), Optional.of(folder), volumes, tr);
  }

  private Played play(
      Optional<DimseSettings> network, Optional<Path> folder, int volumes, double tr) {
    ScannerFeed scanner =
        ScannerFeed.open(
            new ScannerOptions(
                    network,
                    folder,
                    false,
                    AssemblySettings.usual(),
                    options(volumes, tr, network.isEmpty()))
                .holdingIn(spool),
            note -> {});
    TimedFeed feed = new TimedFeed(scanner);
    Playback playback = bridge.play(feed, PlaybackOptions.at(Speed.REAL_TIME), feed);
    return new Played(feed, playback, scanner.address());
  }

  private static PushOptions options(int volumes, double tr, boolean once) {
    return new PushOptions(
        RunId.parse("sub-01_task-speed_run-01"),
        OptionalDouble.of(tr),
        Optional.empty(),
        RoiMasks.DEFAULT_FRACTION,
        Optional.empty(),
        END_AFTER,
        once,
        new PushOptions.Expected(OptionalInt.of(volumes), 0, OptionalInt.empty(), false));
  }

  @Override
  public void close() {
    bridge.close();
    broker.close();
  }
}
