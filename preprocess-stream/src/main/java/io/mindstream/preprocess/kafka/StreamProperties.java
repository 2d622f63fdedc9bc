package io.mindstream.preprocess.kafka;

import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.kafka.MessageLimits;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Properties of the Streams application: exactly once, low latency, bounded memory. */
final class StreamProperties {

  /** Room for the largest volume of one topic and for the small records of the others. */
  private static final int FETCH_BYTES = 2 * MessageLimits.MAX_REQUEST_BYTES;

  private StreamProperties() {}

  static Properties of(KafkaSettings kafka, Engine engine) {
    Properties properties = new ClientProperties(kafka).streams();
    put(properties, StreamsConfig.APPLICATION_ID_CONFIG, engine.applicationId());
    put(properties, StreamsConfig.STATE_DIR_CONFIG, engine.stateDir().toAbsolutePath());
    put(properties, StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    put(properties, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, engine.commitInterval().toMillis());
    put(properties, StreamsConfig.NUM_STREAM_THREADS_CONFIG, engine.threads());
    put(properties, StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, engine.bufferedRecords());
    // Rows are written once and read once a trial: a record cache would only copy them.
    put(properties, StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocksDb.class);
    // A poll hands over all that was fetched, of every topic. With fewer, a run's volumes would
    // come many polls before its header, since the consumer hands over one partition after another.
    putConsumer(properties, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.MAX_VALUE);
    putConsumer(properties, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    // One that stops says so, and is replaced at once.
    putConsumer(properties, "internal.leave.group.on.close", true);
    // None of the consumers makes a topic by looking for it, whatever the broker allows.
    putIfAbsent(
        properties,
        StreamsConfig.consumerPrefix(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG),
        false);
    putIfAbsent(properties, StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    return properties;
  }

  private static void putConsumer(Properties properties, String name, Object value) {
    putIfAbsent(properties, StreamsConfig.mainConsumerPrefix(name), value);
  }

  /** The user's own client properties win. */
  private static void putIfAbsent(Properties properties, String name, Object value) {
    properties.putIfAbsent(name, String.valueOf(value));
  }

  private static void put(Properties properties, String name, Object value) {
    properties.put(name, String.valueOf(value));
  }
}
