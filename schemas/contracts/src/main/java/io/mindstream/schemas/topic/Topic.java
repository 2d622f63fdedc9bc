package io.mindstream.schemas.topic;

import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.AvroSerde;
import io.mindstream.schemas.serde.SchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * One topic: its name, what its records hold and how it is kept. Keys are text.
 *
 * @param name name in Kafka
 * @param type the generated Avro record of the values
 * @param keyForm what the key is, for people
 * @param partitions number of partitions when created
 * @param retention how records go away
 * @param maxRecordBytes most bytes of one record
 * @param <T> the generated Avro record of the values
 */
public record Topic<T extends SpecificRecord>(
    String name,
    Class<T> type,
    String keyForm,
    int partitions,
    Retention retention,
    int maxRecordBytes) {

  /** Checks the numbers. */
  public Topic {
    if (partitions < 1 || maxRecordBytes < 1) {
      throw new IllegalArgumentException(
          "topic " + name + " needs at least one partition and a size limit");
    }
  }

  /** How records of a topic go away. */
  public sealed interface Retention {
    /** The topic settings that say so. */
    Map<String, String> configs();

    /** After a time. */
    record Age(Duration age) implements Retention {
      @Override
      public Map<String, String> configs() {
        return Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            String.valueOf(age.toMillis()));
      }
    }

    /** When a newer record has the same key. */
    record Compacted() implements Retention {
      @Override
      public Map<String, String> configs() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      }
    }
  }

  /** The registry subject of the values (TopicNameStrategy). */
  public String subject() {
    return name + "-value";
  }

  /** Bytes of the values and back. */
  public AvroCodec<T> codec(SchemaRegistry registry) {
    return new AvroCodec<>(subject(), type, registry);
  }

  /** The serde of the keys. */
  public Serde<String> keySerde() {
    return Serdes.String();
  }

  /** The serde of the values. */
  public Serde<T> valueSerde(SchemaRegistry registry) {
    return new AvroSerde<>(codec(registry));
  }

  /** The settings to create the topic with. */
  public Map<String, String> configs() {
    Map<String, String> configs = new TreeMap<>(retention.configs());
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(maxRecordBytes));
    return Map.copyOf(configs);
  }
}
