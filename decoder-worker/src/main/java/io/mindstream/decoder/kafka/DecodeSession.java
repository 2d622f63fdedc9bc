package io.mindstream.decoder.kafka;

import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.schemas.kafka.BrokerProbe;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes and commits, on the loop's thread, while the device's thread decodes.
 *
 * <p>One trial is in hand at a time. While it is decoded all partitions are paused and polling goes
 * on, so that the group sees a live member however long a trial takes. A trial whose partition is
 * taken away is called off: nothing of it has been sent, and the partition's next owner starts it
 * afresh. The transaction holds no more than the sending.
 */
final class DecodeSession implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(DecodeSession.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final PreviewPublisher previews;
  private final TrialTransaction transaction;
  private final TrialRecords records;
  private final DeviceThread device;
  private final DecoderMetrics metrics;
  private final RunChoice choice;
  private @Nullable TrialTask inHand;

  DecodeSession(
      SessionClients clients,
      TrialRecords records,
      DeviceThread device,
      DecoderMetrics metrics,
      RunChoice choice) {
    this.choice = choice;
    this.consumer = clients.consumer();
    this.previews = clients.previews();
    this.transaction = new TrialTransaction(clients.producer());
    this.records = records;
    this.device = device;
    this.metrics = metrics;
  }

  /**
   * Works until told to stop.
   *
   * @throws org.apache.kafka.common.KafkaException where a trial could not be committed
   * @throws RuntimeException as the decoder throws it
   */
  void run(ServiceLoop loop) {
    BrokerProbe probe = new BrokerProbe(consumer, records.vectorTopic(), loop);
    consumer.subscribe(List.of(records.vectorTopic()), this);
    loop.onStop(consumer::wakeup);
    loop.ready();
    try {
      while (!loop.stopping()) {
        turn(probe, loop);
      }
    } finally {
      callOff();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (inHand != null) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (inHand != null && inHand.isOf(partitions)) {
      callOff();
    }
  }

  private void turn(BrokerProbe probe, ServiceLoop loop) {
    try {
      probe.askIfDue();
      commitIfDone(loop);
      for (ConsumerRecord<byte[], byte[]> vector : consumer.poll(POLL)) {
        begin(vector);
      }
    } catch (WakeupException e) {
      // The trial in hand is done, or the service stops: the next turn sees which.
    }
  }

  /** Before the poll: what is decoded must not wait for it. */
  private void commitIfDone(ServiceLoop loop) {
    TrialTask trial = inHand;
    if (trial != null && trial.isDone()) {
      commit(trial);
      loop.progress();
    }
    if (inHand == null) {
      consumer.resume(consumer.paused());
    }
  }

  private void begin(ConsumerRecord<byte[], byte[]> vector) {
    if (inHand != null) {
      throw new IllegalStateException("a second vector came while one was being decoded");
    }
    consumer.pause(consumer.assignment());
    inHand = TrialTask.begin(vector, records, previews, choice, device, consumer::wakeup);
  }

  private void commit(TrialTask trial) {
    TrialOutcome outcome = trial.outcome();
    transaction.commit(
        trial.vector(), records.of(trial.vector(), outcome), consumer.groupMetadata());
    inHand = null;
    metrics.committed(outcome);
    if (outcome instanceof TrialOutcome.Refused refused) {
      LOG.warn("Dead letter {}: {}", refused.failure().code(), refused.failure().getMessage());
    }
  }

  private void callOff() {
    if (inHand != null) {
      inHand.callOff();
      inHand = null;
    }
  }
}
