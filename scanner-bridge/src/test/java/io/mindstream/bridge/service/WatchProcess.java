package io.mindstream.bridge.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.bridge.watch.FolderFeed;
import io.mindstream.bridge.watch.Volumes;
import io.mindstream.bridge.watch.WatchOptions;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bridge that watches a folder, as a process that can be killed. Its registry is in its own
 * memory; the same schemas in the same order have the same ids in every process.
 */
final class WatchProcess {

  static final Topics TOPICS = Topics.withPartitions(2);

  private WatchProcess() {}

  /** The ids of all schemas. */
  static SchemaRegistry registry(KafkaSettings kafka) {
    SchemaRegistry registry = new SchemaRegistry("mock://killed");
    new TopicAdmin(kafka, registry).prepare(TOPICS);
    return registry;
  }

  /** Starts one; what it says is added to a file. */
  static Process start(
      KafkaSettings kafka, Path folder, Path events, Path spool, String run, Duration endAfter)
      throws IOException {
    return JavaProcess.start(
        WatchProcess.class,
        spool.resolveSibling("watch.log"),
        List.of(
            kafka.bootstrapServers(),
            folder.toString(),
            events.toString(),
            spool.toString(),
            run,
            String.valueOf(endAfter.toMillis())));
  }

  /** Watches until the run is over. */
  public static void main(String[] arguments) throws InterruptedException {
    KafkaSettings kafka = new KafkaSettings(arguments[0], Map.of());
    WatchOptions plain = Volumes.options(Path.of(arguments[1]), arguments[4]);
    WatchOptions options =
        new WatchOptions(
            plain.folder(),
            plain.runId(),
            plain.repetitionTimeSeconds(),
            plain.mask(),
            plain.roiThreshold(),
            Optional.of(Path.of(arguments[2])),
            Duration.ofMillis(Long.parseLong(arguments[5])),
            false,
            true);
    try (BridgeService bridge =
        new BridgeService(
            kafka,
            registry(kafka),
            TOPICS,
            new SimpleMeterRegistry(),
            new SpoolSettings(Path.of(arguments[3]), 1 << 30))) {
      bridge.start();
      bridge
          .play(
              FolderFeed.open(options, System.out::println),
              PlaybackOptions.at(Speed.REAL_TIME),
              PlaybackListener.NONE)
          .await();
    }
  }
}
