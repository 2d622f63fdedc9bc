package io.mindstream.sink.kafka;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.kafka.BrokerProbe;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.RegistryUnavailableException;
import io.mindstream.service.ServiceLoop;
import io.mindstream.storage.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Consumes, stores and commits, with one set of clients. Offsets and dead letters are committed in
 * one transaction after the objects are stored; after a crash records are stored again under the
 * same keys.
 */
final class SinkSession {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final RecordWriter writer;
  private final AvroCodec<DeadLetter> letters;
  private final String letterTopic;
  private final ServiceLoop loop;

  SinkSession(
      SinkClients clients,
      RecordWriter writer,
      AvroCodec<DeadLetter> letters,
      String letterTopic,
      ServiceLoop loop) {
    this.consumer = clients.consumer();
    this.producer = clients.producer();
    this.writer = writer;
    this.letters = letters;
    this.letterTopic = letterTopic;
    this.loop = loop;
  }

  /**
   * Works until told to stop.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka refuses; what was not committed
   *     comes again
   */
  void run() {
    loop.onStop(consumer::wakeup);
    producer.initTransactions();
    consumer.subscribe(writer.topicNames());
    BrokerProbe probe = new BrokerProbe(consumer, writer.topicNames().get(0), loop);
    while (!loop.stopping()) {
      probe.askIfDue();
      ConsumerRecords<byte[], byte[]> records = poll();
      if (!records.isEmpty()) {
        store(records);
      }
    }
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  private void store(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    List<DeadLetter> failed = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (!doOrWait(() -> writer.write(record).ifPresent(failed::add))) {
        break;
      }
      done.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    if (!done.isEmpty() && doOrWait(writer::finishRuns)) {
      commit(done, failed);
    }
  }

  /** False where the service stops before it could be done. */
  private boolean doOrWait(Runnable work) {
    boolean waited = false;
    while (!loop.stopping()) {
      try {
        work.run();
        if (waited) {
          consumer.resume(consumer.paused());
          loop.progress();
        }
        return true;
      } catch (StoreUnavailableException | RegistryUnavailableException e) {
        loop.unreachable(String.valueOf(e.getMessage()));
        waited = true;
        stayInTheGroup();
      }
    }
    return false;
  }

  /**
   * A paused consumer's poll tells the group that this member lives. It brings no records, except
   * of partitions that the group assigns in that very poll: these are put back for later.
   */
  private void stayInTheGroup() {
    consumer.pause(consumer.assignment());
    ConsumerRecords<byte[], byte[]> early = poll();
    for (TopicPartition partition : early.partitions()) {
      consumer.seek(partition, early.records(partition).get(0).offset());
    }
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> done, List<DeadLetter> failed) {
    producer.beginTransaction();
    for (DeadLetter letter : failed) {
      byte[] key = DeadLetters.keyOf(letter).getBytes(StandardCharsets.UTF_8);
      // The commit waits for it and throws what it threw.
      var unused = producer.send(new ProducerRecord<>(letterTopic, key, letters.encode(letter)));
    }
    producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
    producer.commitTransaction();
    loop.progress();
  }
}
