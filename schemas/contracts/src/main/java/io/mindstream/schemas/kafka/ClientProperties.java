package io.mindstream.schemas.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The properties of each kind of Kafka client: safe delivery, and the size limits of {@link
 * MessageLimits}.
 */
public final class ClientProperties {

  /**
   * So long the group waits for a member that died without a word. Kafka's default, 45 s, holds up
   * even a single worker that was killed and started again.
   */
  private static final String SESSION_MILLIS = "10000";

  /**
   * So long a transaction stays open whose producer was killed, and so long readers wait for it.
   * Ours hold what is ready to be written, so they take milliseconds; Kafka's default is a minute.
   */
  private static final String TRANSACTION_MILLIS = "10000";

  private final KafkaSettings settings;

  /** Properties of clients of the given cluster. */
  public ClientProperties(KafkaSettings settings) {
    this.settings = settings;
  }

  /** An admin client. */
  public Properties admin() {
    return with(Map.of());
  }

  /** An idempotent producer that waits for all in-sync replicas and compresses by LZ4. */
  public Properties producer(String clientId) {
    return with(
        Map.of(
            ProducerConfig.CLIENT_ID_CONFIG, clientId,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            ProducerConfig.LINGER_MS_CONFIG, "5",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(MessageLimits.MAX_REQUEST_BYTES),
            ProducerConfig.BUFFER_MEMORY_CONFIG,
                String.valueOf(4L * MessageLimits.MAX_REQUEST_BYTES)));
  }

  /** A producer as above whose records become visible in transactions. */
  public Properties transactionalProducer(String clientId, String transactionalId) {
    Properties properties = producer(clientId);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
    return properties;
  }

  /**
   * A consumer of a group that reads committed records only, from the start where it has no offset,
   * never commits by itself, and makes no topic.
   */
  public Properties consumer(String clientId, String groupId) {
    Properties properties = reader(clientId);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    return properties;
  }

  /** A consumer as above without a group; it is told its partitions and leaves no trace. */
  public Properties reader(String clientId) {
    return with(
        Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            clientId,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            "false",
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            SESSION_MILLIS,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            String.valueOf(MessageLimits.MAX_REQUEST_BYTES)));
  }

  /** Properties common to all clients of a Streams application; the application adds its own. */
  public Properties streams() {
    return with(
        Map.of(
            "producer." + ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            String.valueOf(MessageLimits.MAX_REQUEST_BYTES),
            "producer." + ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            "consumer." + ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            String.valueOf(MessageLimits.MAX_REQUEST_BYTES),
            "consumer." + ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            "false",
            "main.consumer." + ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            "main.consumer." + ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            SESSION_MILLIS));
  }

  private Properties with(Map<String, String> own) {
    Properties properties = new Properties();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.putAll(own);
    properties.putAll(settings.properties());
    return properties;
  }
}
