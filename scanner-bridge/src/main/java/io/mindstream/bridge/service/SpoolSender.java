package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.PatientProducer;
import io.mindstream.bridge.kafka.RecordHead;
import io.mindstream.bridge.spool.Spool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Sends what is in the spool, which learns of each record that Kafka has, in their order. Volumes
 * and events may be on the way together; a mask or a header goes alone, so that none of its run
 * passes it. For one thread.
 */
final class SpoolSender {

  private final Spool spool;
  private final PatientProducer producer;
  private final SentRecords sent;
  private final Deque<OnTheWay> onTheWay = new ArrayDeque<>();

  private record OnTheWay(Spool.Waiting waiting, Outgoing record) {}

  SpoolSender(Spool spool, PatientProducer producer, SentRecords sent) {
    this.spool = spool;
    this.producer = producer;
    this.sent = sent;
  }

  /** Sends the next record, or waits for an acknowledgement, or for a record to come. */
  void step(Duration wait) throws InterruptedException {
    if (producer.full()) {
      settleOldest();
      return;
    }
    Optional<Spool.Waiting> next = spool.next(onTheWay.isEmpty() ? wait : Duration.ZERO);
    if (next.isPresent()) {
      send(next.get());
    } else if (!onTheWay.isEmpty()) {
      settleOldest();
    }
  }

  private void send(Spool.Waiting next) throws InterruptedException {
    boolean alone = alone(next.head().kind());
    if (alone) {
      settle();
    }
    Optional<Outgoing> record = spool.read(next);
    if (record.isEmpty()) {
      spool.lost(next);
      return;
    }
    producer.begin(record.get());
    onTheWay.add(new OnTheWay(next, record.get()));
    if (alone) {
      settle();
    }
  }

  private static boolean alone(RecordHead.Kind kind) {
    return switch (kind) {
      case ROI, STARTED, OVER -> true;
      case VOLUME, EVENT -> false;
    };
  }

  private void settle() throws InterruptedException {
    while (!onTheWay.isEmpty()) {
      settleOldest();
    }
  }

  private void settleOldest() throws InterruptedException {
    boolean taken = producer.awaitOldest();
    OnTheWay oldest = onTheWay.remove();
    if (taken) {
      spool.acknowledged(oldest.waiting());
      sent.sent(oldest.record());
    } else {
      spool.lost(oldest.waiting());
    }
  }
}
