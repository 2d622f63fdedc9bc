package io.mindstream.bridge.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.Topics;
import java.util.function.Consumer;

/**
 * Publishes a region of interest by itself, apart from any run.
 *
 * @param kafka where to
 * @param registry of its schema
 * @param topics the catalogue
 */
public record RoiPublication(KafkaSettings kafka, SchemaRegistry registry, Topics topics) {

  /**
   * Publishes a mask under its id; returns once Kafka has it.
   *
   * @param say hears, in words for people, when Kafka is late, and when it answered after all
   * @throws DeliveryException where Kafka did not take it
   * @throws org.apache.kafka.common.errors.UnknownTopicOrPartitionException where topics are
   *     missing
   * @throws io.mindstream.schemas.topic.KafkaUnavailableException where Kafka does not answer
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  public void publish(RoiMask mask, Consumer<String> say) {
    TopicPresence.require(kafka, topics);
    Consumer<Boolean> waiting = late -> say.accept(late ? "waiting for Kafka" : "Kafka answered");
    try (AckedProducer producer =
        AckedProducer.of(kafka, topics, new SimpleMeterRegistry(), waiting)) {
      new RunPublisher(registry, topics, producer::send).roi(mask);
    }
  }
}
