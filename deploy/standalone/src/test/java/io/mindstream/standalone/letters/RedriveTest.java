package io.mindstream.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters in a real broker; schemas live in memory. */
class RedriveTest {

  private static final String RUN = "sub-01_task-viewing_run-03";

  @TempDir Path folder;
  private final Topics topics = Topics.withPartitions(3);
  private final String events = topics.events().name();
  private final SchemaRegistry registry = new SchemaRegistry("mock://letters");
  private final AvroCodec<DeadLetter> codec = topics.deadLetters().codec(registry);
  private KafkaBroker broker;
  private LetterBox box;

  @BeforeEach
  void start() {
    broker = KafkaBroker.startIn(folder);
    new TopicAdmin(broker.settings(), registry).prepare(topics);
    box = new LetterBox(broker.settings(), registry, topics);
  }

  @AfterEach
  void stop() {
    box.close();
    broker.close();
  }

  @Test
  void shouldPutARecordBackAsItWasWhereItWas() throws Exception {
    dead(events, 2, 9, "a");
    redrive(LetterFilter.ALL);
    assertThat(records(events))
        .singleElement()
        .satisfies(record -> assertThat(record.partition()).isEqualTo(2))
        .satisfies(record -> assertThat(record.key()).isEqualTo(RUN.getBytes(UTF_8)))
        .satisfies(record -> assertThat(record.value()).isEqualTo("a".getBytes(UTF_8)));
  }

  @Test
  void shouldPutRecordsBackInTheirFirstOrderHoweverTheyFailed() throws Exception {
    dead(events, 1, 30, "third");
    dead(events, 1, 10, "first");
    dead(events, 1, 20, "second");
    redrive(LetterFilter.ALL);
    assertThat(values(events)).containsExactly("first", "second", "third");
  }

  @Test
  void shouldPutBackEachRecordOnceHoweverOftenItRuns() throws Exception {
    dead(events, 1, 10, "a");
    redrive(LetterFilter.ALL);
    dead(events, 1, 20, "b");
    redrive(LetterFilter.ALL);
    redrive(LetterFilter.ALL);
    assertThat(values(events)).containsExactly("a", "b");
  }

  @Test
  void shouldPutBackOnlyWhatIsMeant() throws Exception {
    dead(events, 1, 10, "a");
    dead(topics.volumes().name(), 1, 10, "b");
    redrive(
        new LetterFilter(
            Optional.empty(), Optional.of(events), Optional.of(RUN), Optional.empty()));
    assertThat(values(topics.volumes().name())).isEmpty();
  }

  @Test
  void shouldShowWhichLettersWereRedriven() throws Exception {
    dead(events, 1, 10, "a");
    redrive(LetterFilter.ALL);
    dead(events, 1, 20, "b");
    assertThat(box.heads()).extracting(LetterHead::redriven).containsExactly(true, false);
  }

  @Test
  void shouldFetchARecordThatIsTooLargeForALetterFromWhereItLay() throws Exception {
    send(new ProducerRecord<>(events, 0, null, "whole".getBytes(UTF_8)));
    DeadLetter clipped = DeadLetter.newBuilder(letter(events, 0, 0, "wh")).setClipped(true).build();
    send(clipped);
    redrive(LetterFilter.ALL);
    assertThat(values(events)).containsExactly("whole", "whole");
  }

  @Test
  void shouldSayWhichRecordIsGone() throws Exception {
    send(DeadLetter.newBuilder(letter(events, 0, 99, "wh")).setClipped(true).build());
    assertThat(redrive(LetterFilter.ALL))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.problem()).contains("gone"));
  }

  @Test
  void shouldTouchNoTopicThatIsNotThePipelines() throws Exception {
    dead("somebody.elses", 0, 1, "a");
    assertThat(redrive(LetterFilter.ALL))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.problem()).contains("somebody.elses"));
  }

  @Test
  void shouldListWhatIsNoLetterBesideThoseThatAre() throws Exception {
    send(new ProducerRecord<>(topics.deadLetters().name(), new byte[] {1, 2, 3}));
    dead(events, 1, 10, "a");
    assertThat(box.heads())
        .extracting(LetterHead::topic)
        .containsExactly(topics.deadLetters().name(), events);
  }

  private List<Redrive.Outcome> redrive(LetterFilter filter) {
    try (Redrive redrive = new Redrive(broker.settings(), topics, box)) {
      return redrive.run(filter);
    }
  }

  private void dead(String topic, int partition, long offset, String value) throws Exception {
    send(letter(topic, partition, offset, value));
  }

  private static DeadLetter letter(String topic, int partition, long offset, String value) {
    return DeadLetters.of(
        new Origin(topic, partition, offset),
        RUN.getBytes(UTF_8),
        value.getBytes(UTF_8),
        new PipelineException(FailureCode.UNKNOWN_ROI, "no"),
        "test",
        Instant.EPOCH);
  }

  private void send(DeadLetter letter) throws Exception {
    send(new ProducerRecord<>(topics.deadLetters().name(), codec.encode(letter)));
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(broker.settings()).producer("test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private List<String> values(String topic) {
    return records(topic).stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (RecordFetch fetch = new RecordFetch(broker.settings())) {
      fetch.all(topic, records::add);
    }
    return records;
  }
}
