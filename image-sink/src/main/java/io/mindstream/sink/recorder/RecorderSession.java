package io.mindstream.sink.recorder;

import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.kafka.BrokerProbe;
import io.mindstream.service.ServiceLoop;
import io.mindstream.storage.StoreUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Consumes, writes files, stores them and commits, with one consumer. An offset is committed once
 * all records before it are in the store; what comes again after a crash is written under the same
 * keys, or known to be there.
 */
final class RecorderSession implements ConsumerRebalanceListener {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private final RecordedTopics topics;
  private final RunsInProgress runs;
  private final RecorderMetrics metrics;
  private final ServiceLoop loop;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  /** Counts the times that partitions went away: what was in hand then is another's. */
  private int losses;

  RecorderSession(
      Consumer<String, byte[]> consumer,
      RecordedTopics topics,
      RunsInProgress runs,
      RecorderMetrics metrics,
      ServiceLoop loop) {
    this.consumer = consumer;
    this.topics = topics;
    this.runs = runs;
    this.metrics = metrics;
    this.loop = loop;
  }

  /**
   * Works until told to stop, then stores what came.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka refuses; what was not committed
   *     comes again
   */
  void run() {
    loop.onStop(consumer::wakeup);
    consumer.subscribe(topics.names(), this);
    BrokerProbe probe = new BrokerProbe(consumer, topics.names().get(0), loop);
    try {
      while (!loop.stopping()) {
        probe.askIfDue();
        take(poll());
        if (store(runs.due())) {
          runs.forgetStored();
        }
      }
      runs.all().forEach(RunInProgress::store);
      commit();
    } finally {
      runs.discard();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    losses++;
    runs.discard();
    next.clear();
    committed.clear();
  }

  private ConsumerRecords<String, byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  private void take(ConsumerRecords<String, byte[]> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (!patiently(() -> take(record))) {
        return;
      }
      next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (runs.take(topics.read(record))) {
        metrics.recorded(record);
      }
    } catch (PipelineException failure) { // The services that use it make the dead letters.
      metrics.leftOut(record, failure);
    }
  }

  /** False where it was not to be stored here. */
  private boolean store(List<RunInProgress> due) {
    for (RunInProgress run : due) {
      if (!patiently(run::store)) {
        return false;
      }
    }
    commit();
    return true;
  }

  /** Does a step, as often as it takes; false where the service stops or loses its partitions. */
  private boolean patiently(Runnable step) {
    int lossesBefore = losses;
    boolean waited = false;
    while (!loop.stopping() && losses == lossesBefore) {
      try {
        step.run();
        if (waited) {
          consumer.resume(consumer.paused());
          loop.progress();
        }
        return true;
      } catch (StoreUnavailableException e) {
        loop.unreachable(String.valueOf(e.getMessage()));
        waited = true;
        stayInTheGroup();
      }
    }
    return false;
  }

  /** As the sink's session does: what an assignment brings in that very poll is put back. */
  private void stayInTheGroup() {
    consumer.pause(consumer.assignment());
    ConsumerRecords<String, byte[]> early = poll();
    for (TopicPartition partition : early.partitions()) {
      consumer.seek(partition, early.records(partition).get(0).offset());
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    next.forEach(
        (partition, position) -> {
          long offset = runs.firstUnstored(partition).orElse(position);
          if (offset != committed.getOrDefault(partition, -1L)) {
            done.put(partition, new OffsetAndMetadata(offset));
          }
        });
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(done);
    } catch (WakeupException e) {
      consumer.commitSync(done); // The wakeup ends one call; the stop waits for this one.
    }
    done.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    loop.progress();
  }
}
