package io.mindstream.sink.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The pipeline's topics on a real broker, and a hand that writes into them. */
public final class SinkTopics {

  public final Topics topics = Topics.standard();
  public final SchemaRegistry registry = new SchemaRegistry("mock://");
  private final KafkaSettings kafka;

  /** Makes the topics where they are not there. */
  public SinkTopics(KafkaSettings kafka) {
    this.kafka = kafka;
    new TopicAdmin(kafka, registry).prepare(topics);
  }

  public <T extends SpecificRecord> void send(Topic<T> topic, List<T> values) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(kafka).producer("hand"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      values.forEach(
          value ->
              producer.send(
                  new ProducerRecord<>(
                      topic.name(), 0, "key", topic.codec(registry).encode(value))));
    }
  }

  /** Where a group goes on in partition 0 of a topic; 0 where it committed nothing. */
  long offset(String group, Topic<?> topic) throws Exception {
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(topic.name()))
          .filter(entry -> entry.getKey().partition() == 0)
          .mapToLong(entry -> entry.getValue().offset())
          .findFirst()
          .orElse(0);
    }
  }
}
