package io.mindstream.standalone.letters;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topic;
import io.mindstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * The topic of dead letters. A record there without a value is a mark: its header {@link
 * DeadLetters#REDRIVEN} names the letter whose record was put back.
 */
public final class LetterBox implements AutoCloseable {

  private final Topic<DeadLetter> topic;
  private final AvroCodec<DeadLetter> codec;
  private final RecordFetch records;

  /** Opens the box of a cluster. */
  public LetterBox(KafkaSettings kafka, SchemaRegistry registry, Topics topics) {
    this.topic = topics.deadLetters();
    this.codec = topic.codec(registry);
    this.records = new RecordFetch(kafka);
  }

  /**
   * The letters that are there now, the oldest first; also what is there and is none.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka does not answer
   */
  public List<LetterHead> heads() {
    List<LetterHead> letters = new ArrayList<>();
    Set<LetterId> redriven = new HashSet<>();
    records.all(
        topic.name(),
        record -> {
          if (record.value() == null) {
            marked(record).ifPresent(redriven::add);
          } else {
            LetterId id = new LetterId(record.partition(), record.offset());
            letters.add(head(id, record));
          }
        });
    return letters.stream()
        .map(letter -> redriven.contains(letter.id()) ? letter.asRedriven() : letter)
        .toList();
  }

  private LetterHead head(LetterId id, ConsumerRecord<byte[], byte[]> record) {
    try {
      return LetterHead.of(id, codec.decode(record.value()));
    } catch (PipelineException e) {
      return LetterHead.unreadable(id, topic.name(), Instant.ofEpochMilli(record.timestamp()), e);
    }
  }

  /** A letter with the record that it holds; empty where there is none of that id. */
  public Optional<DeadLetter> letter(LetterId id) {
    return record(topic.name(), id.partition(), id.offset())
        .filter(record -> record.value() != null)
        .map(record -> codec.decode(record.value()));
  }

  /** A record of any topic; empty where the topic keeps it no longer. */
  Optional<ConsumerRecord<byte[], byte[]>> record(String from, int partition, long offset) {
    return records.one(new TopicPartition(from, partition), offset);
  }

  @Override
  public void close() {
    records.close();
  }

  private static Optional<LetterId> marked(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(DeadLetters.REDRIVEN);
    return header == null
        ? Optional.empty()
        : Optional.of(LetterId.parse(new String(header.value(), US_ASCII)));
  }
}
