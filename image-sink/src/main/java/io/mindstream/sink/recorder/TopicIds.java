package io.mindstream.sink.recorder;

import static java.util.Objects.requireNonNull;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.storage.recording.RecordPlace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Kafka's own ids of topics: offsets of a topic that was made anew begin at 0 again, and must not
 * be taken for those of the old one.
 *
 * @param byName id by name
 */
record TopicIds(Map<String, String> byName) {

  private static final long SECONDS = 10;

  /**
   * Asks Kafka.
   *
   * @throws KafkaException where it does not tell
   */
  static TopicIds of(KafkaSettings kafka, List<String> topics) throws InterruptedException {
    try (Admin admin = Admin.create(new ClientProperties(kafka).admin())) {
      return new TopicIds(
          admin
              .describeTopics(topics)
              .allTopicNames()
              .get(SECONDS, TimeUnit.SECONDS)
              .entrySet()
              .stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, topic -> topic.getValue().topicId().toString())));
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("Kafka does not tell the ids of its topics: " + e.getMessage(), e);
    }
  }

  RecordPlace place(ConsumerRecord<?, ?> record) {
    return new RecordPlace(
        requireNonNull(byName.get(record.topic())), record.partition(), record.offset());
  }
}
