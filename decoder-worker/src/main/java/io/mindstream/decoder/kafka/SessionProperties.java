package io.mindstream.decoder.kafka;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Properties of a session's Kafka clients.
 *
 * @param kafka our cluster
 * @param groupId the consumer group that all workers share
 * @param loopId name of the loop, the same after a restart and unlike any other loop's; it is the
 *     transactional id
 */
record SessionProperties(KafkaSettings kafka, String groupId, String loopId) {

  private static final String MAX_BLOCK_MILLIS = "15000";
  private static final String PREVIEW_MAX_BLOCK_MILLIS = "200";

  /** One record at a time: a trial takes seconds, and its partition may move to another worker. */
  Properties consumer() {
    Properties own = new ClientProperties(kafka).consumer(loopId, groupId);
    own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    own.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return own;
  }

  /** Of the producer of images and dead letters. */
  Properties producer() {
    Properties own = new ClientProperties(kafka).transactionalProducer(loopId, loopId);
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    return own;
  }

  /** Of the producer of previews, which waits for nothing. */
  Properties previews() {
    Properties own = new ClientProperties(kafka).producer(loopId + "-previews");
    own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "false");
    own.put(ProducerConfig.ACKS_CONFIG, "1");
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PREVIEW_MAX_BLOCK_MILLIS);
    return own;
  }
}
