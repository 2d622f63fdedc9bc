package io.mindstream.standalone.letters;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.Bytes;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of dead letters back on their topics, in the order in which they first lay there
 * (so also in the order of each key), topics in the order of the flow.
 *
 * <p>Each at most once: a record goes back in one transaction with a mark in the box, and two
 * redrives of one cluster cannot run at a time, since the second takes the transactional id from
 * the first, and reads the marks only then.
 */
public final class Redrive implements AutoCloseable {

  private static final String ID = "mindstream-redrive";

  private final Topics topics;
  private final LetterBox box;
  private final Producer<byte[], byte[]> producer;

  /** Ends any other redrive of the cluster. */
  public Redrive(KafkaSettings kafka, Topics topics, LetterBox box) {
    this.topics = topics;
    this.box = box;
    this.producer =
        new KafkaProducer<>(
            new ClientProperties(kafka).transactionalProducer(ID, ID),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /**
   * What became of a letter.
   *
   * @param letter the letter
   * @param problem why its record could not be put back; null where it was
   */
  public record Outcome(LetterHead letter, @Nullable String problem) {}

  /**
   * Puts back the records of those letters that have not been.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka fails; the records put back until
   *     then are marked, the others are not there: run it again
   */
  public List<Outcome> run(LetterFilter filter) {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> flow = topics.all().stream().<String>map(Topic::name).toList();
    box.heads().stream()
        .filter(letter -> !letter.redriven() && filter.test(letter))
        .sorted(
            Comparator.comparingInt((LetterHead letter) -> flow.indexOf(letter.topic()))
                .thenComparingInt(LetterHead::partition)
                .thenComparingLong(LetterHead::offset))
        .forEach(letter -> outcomes.add(putBack(letter)));
    return outcomes;
  }

  @Override
  public void close() {
    producer.close();
  }

  private Outcome putBack(LetterHead letter) {
    boolean known =
        !letter.topic().equals(topics.deadLetters().name())
            && topics.all().stream().anyMatch(topic -> topic.name().equals(letter.topic()));
    if (!known) {
      return new Outcome(letter, "topic " + letter.topic() + " is none of the pipeline's");
    }
    Optional<ProducerRecord<byte[], byte[]>> record = record(letter);
    if (record.isEmpty()) {
      return new Outcome(letter, "the record is gone: the letter does not hold it whole");
    }
    producer.beginTransaction();
    // The commit waits for both and throws what they threw.
    var unusedSent = producer.send(record.get());
    var unusedMark = producer.send(mark(letter));
    producer.commitTransaction();
    return new Outcome(letter, null);
  }

  private Optional<ProducerRecord<byte[], byte[]>> record(LetterHead head) {
    if (head.clipped()) {
      return box.record(head.topic(), head.partition(), head.offset())
          .map(whole -> record(head, whole.key(), whole.value()));
    }
    return box.letter(head.id())
        .filter(letter -> letter.getValue().isPresent())
        .map(letter -> record(head, key(letter), Bytes.of(letter.getValue().get())));
  }

  /** To the partition where its key's other records are, whoever chose it. */
  private ProducerRecord<byte[], byte[]> record(
      LetterHead head, byte @Nullable [] key, byte[] value) {
    boolean there = head.partition() >= 0 && head.partition() < partitions(head.topic());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(head.topic(), there ? head.partition() : null, key, value);
    name(record.headers(), head);
    return record;
  }

  private ProducerRecord<byte[], byte[]> mark(LetterHead head) {
    ProducerRecord<byte[], byte[]> mark =
        new ProducerRecord<>(
            topics.deadLetters().name(), head.id().partition(), head.key().getBytes(UTF_8), null);
    name(mark.headers(), head);
    return mark;
  }

  private int partitions(String topic) {
    return producer.partitionsFor(topic).size();
  }

  private static void name(Headers headers, LetterHead head) {
    headers.add(DeadLetters.REDRIVEN, head.id().toString().getBytes(US_ASCII));
  }

  private static byte @Nullable [] key(DeadLetter letter) {
    return letter.getKey().map(Bytes::of).orElse(null);
  }
}
