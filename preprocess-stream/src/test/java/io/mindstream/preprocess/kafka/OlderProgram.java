package io.mindstream.preprocess.kafka;

import static org.awaitility.Awaitility.await;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Reads the scanner topics under the service's application id and state folder, and leaves state of
 * its own in a store with the name that format 1 had.
 */
final class OlderProgram {

  private static final String STORE = "runs";

  private OlderProgram() {}

  /** Runs until it has read so many records and committed them. */
  static void run(KafkaSettings kafka, Topics topics, Path stateDir, int records) {
    Engine standard = PreprocessConfig.DEFAULT.engine();
    Engine engine =
        new Engine(
            standard.applicationId(),
            stateDir,
            standard.commitInterval(),
            1,
            standard.bufferedRecords(),
            standard.closeTimeout());
    CountDownLatch left = new CountDownLatch(records);
    try (KafkaStreams streams =
        new KafkaStreams(topology(topics, left), StreamProperties.of(kafka, engine))) {
      streams.start();
      await().atMost(LiveStream.PATIENCE).until(() -> left.getCount() == 0);
    }
  }

  private static Topology topology(Topics topics, CountDownLatch left) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new Topology()
        .addSource(
            "scanner",
            bytes,
            bytes,
            topics.runs().name(),
            topics.volumes().name(),
            topics.events().name())
        .addProcessor("processor", () -> new Keeping(left), "scanner")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()),
            "processor");
  }

  /** Keeps what it read last of each key. */
  private static final class Keeping extends ContextualProcessor<byte[], byte[], Void, Void> {
    private final CountDownLatch left;

    Keeping(CountDownLatch left) {
      this.left = left;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      KeyValueStore<byte[], byte[]> store = context().getStateStore(STORE);
      store.put(record.key(), record.value());
      left.countDown();
    }
  }
}
