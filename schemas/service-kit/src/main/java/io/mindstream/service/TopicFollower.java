package io.mindstream.service;

import io.mindstream.schemas.kafka.BrokerProbe;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Hands each record of some topics to a listener, on a thread of its own. It belongs to no consumer
 * group and leaves no trace in Kafka. After an outage, or a stop and a start, it goes on with the
 * record after the last one that it handed on, so that none comes twice.
 */
public final class TopicFollower extends LoopService {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration STOP = Duration.ofSeconds(3);

  private final KafkaSettings kafka;
  private final List<String> topics;
  private final FollowFrom from;
  private final Consumer<ConsumerRecord<String, byte[]>> listener;

  /** What was handed on, as the offset after it; of the loop's thread. */
  private final Map<TopicPartition, Long> next = new HashMap<>();

  /**
   * A follower that reads nothing before it is started.
   *
   * @param name of the service and its thread
   * @param topics by name, at least one
   * @param from where it begins in partitions that it has not read yet
   * @param listener hears of each record, on the follower's thread; what it throws ends the
   *     follower and shows in its health
   */
  public TopicFollower(
      String name,
      KafkaSettings kafka,
      List<String> topics,
      FollowFrom from,
      Consumer<ConsumerRecord<String, byte[]>> listener) {
    super(name, "the log says more; start it again", STOP);
    this.kafka = kafka;
    this.topics = List.copyOf(topics);
    this.from = from;
    this.listener = listener;
  }

  /** Waits until the place to begin at is known: records sent after the return are handed on. */
  public void awaitReady() {
    awaitSessionReady();
  }

  @Override
  protected void session(ServiceLoop running) {
    try (KafkaConsumer<String, byte[]> consumer = connect()) {
      running.onStop(consumer::wakeup);
      seek(consumer);
      running.ready();
      BrokerProbe probe = new BrokerProbe(consumer, topics.get(0), running);
      while (!running.stopping()) {
        probe.askIfDue();
        consumer.poll(POLL).forEach(this::handOn);
      }
    }
  }

  private void handOn(ConsumerRecord<String, byte[]> record) {
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    listener.accept(record);
  }

  private KafkaConsumer<String, byte[]> connect() {
    return new KafkaConsumer<>(
        new ClientProperties(kafka).reader(name()),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private void seek(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> partitions(consumer, topic).stream()).toList();
    consumer.assign(partitions);
    List<TopicPartition> unknown =
        partitions.stream().filter(partition -> !next.containsKey(partition)).toList();
    next.putAll(from.offsets(consumer, unknown));
    partitions.forEach(
        partition -> consumer.seek(partition, Objects.requireNonNull(next.get(partition))));
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic, FollowFrom.ASK);
    if (found.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "topic " + topic + " is not there yet; mindstream topics creates it");
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }
}
