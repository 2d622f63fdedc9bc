package io.mindstream.decoder.kafka;

import io.mindstream.schemas.kafka.BrokerProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Consumes and commits, on the loop's thread, while the device's thread decodes.
 *
 * <p>One trial is in hand at a time. While it is decoded all partitions are paused and polling goes
 * on, so that the group sees a live member however long a trial takes. A trial whose partition is
 * taken away is called off: nothing of it has been sent, and the partition's next owner starts it
 * afresh. The transaction holds no more than the sending.
 */
final class DecodeSession implements ConsumerRebalanceListener {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final PreviewPublisher previews;
  private final TrialTransaction transaction;
  private final LoopWork work;
  private final SessionListener listener;
  private @Nullable Running running;

  DecodeSession(LoopClients clients, LoopWork work, SessionListener listener) {
    this.consumer = clients.consumer();
    this.previews = clients.previews();
    this.transaction = new TrialTransaction(clients.producer());
    this.work = work;
    this.listener = listener;
  }

  /** The trial in hand. */
  private record Running(
      ConsumerRecord<byte[], byte[]> vector,
      TrialTask task,
      CompletableFuture<TrialOutcome> outcome) {

    boolean on(Collection<TopicPartition> partitions) {
      return partitions.contains(new TopicPartition(vector.topic(), vector.partition()));
    }
  }

  /**
   * Works until told to stop.
   *
   * @throws org.apache.kafka.common.KafkaException where a trial could not be committed
   * @throws RuntimeException as the decoder throws it
   */
  void run(BooleanSupplier stopping) {
    BrokerProbe probe = new BrokerProbe(consumer, work.topic(), listener);
    consumer.subscribe(List.of(work.topic()), this);
    try {
      while (!stopping.getAsBoolean()) {
        turn(probe);
      }
    } finally {
      callOff();
    }
  }

  /** Ends a wait for records, to look round. From any thread. */
  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (running != null) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (running != null && running.on(partitions)) {
      callOff();
    }
  }

  private void turn(BrokerProbe probe) {
    try {
      probe.askIfDue();
      for (ConsumerRecord<byte[], byte[]> vector : consumer.poll(POLL)) {
        begin(vector);
      }
      commitIfDone();
      if (running == null) {
        consumer.resume(consumer.paused());
      }
    } catch (WakeupException e) {
      // The trial in hand is done, or the service stops: the next turn sees which.
    }
  }

  private void begin(ConsumerRecord<byte[], byte[]> vector) {
    if (running != null) {
      throw new IllegalStateException("a second vector came while one was being decoded");
    }
    consumer.pause(consumer.assignment());
    TrialTask task = new TrialTask(vector, work.codec(), previews::publish);
    CompletableFuture<TrialOutcome> outcome = work.device().submit(() -> task.run(work.worker()));
    running = new Running(vector, task, outcome);
    var unused = outcome.whenComplete((done, failure) -> consumer.wakeup());
  }

  private void commitIfDone() {
    Running trial = running;
    if (trial == null || !trial.outcome().isDone()) {
      return;
    }
    TrialOutcome outcome = outcomeOf(trial);
    transaction.commit(
        trial.vector(), work.records().of(trial.vector(), outcome), consumer.groupMetadata());
    running = null;
    listener.committed(outcome);
  }

  private static TrialOutcome outcomeOf(Running trial) {
    try {
      return trial.outcome().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void callOff() {
    if (running != null) {
      running.task().cancel();
      running = null;
    }
  }
}
