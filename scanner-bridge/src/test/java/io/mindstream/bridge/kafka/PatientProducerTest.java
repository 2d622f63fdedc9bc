package io.mindstream.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.service.TopicContents;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several records on the way at once. */
@Timeout(120)
class PatientProducerTest {

  private static final Topics TOPICS = Topics.withPartitions(1);
  private static final int MOST_BYTES = 100_000;

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private final SchemaRegistry registry = new SchemaRegistry("mock://patient");
  private KafkaSettings limited;

  @BeforeEach
  void prepare() {
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    limited =
        new KafkaSettings(
            broker.settings().bootstrapServers(),
            Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(MOST_BYTES)));
  }

  @Test
  void shouldLoseARecordThatIsTooLargeAlone() throws Exception {
    try (PatientProducer producer = producer()) {
      producer.begin(event("large", 0, 10));
      producer.begin(event("large", 1, 2 * MOST_BYTES));
      producer.begin(event("large", 2, 10));
      assertThat(List.of(producer.awaitOldest(), producer.awaitOldest(), producer.awaitOldest()))
          .containsExactly(true, false, true);
    }
    assertThat(trials("large")).containsExactly(0, 2);
  }

  @Test
  void shouldKeepTheOrderOfRecordsThatWaitForKafka() throws Exception {
    try (PatientProducer producer = producer()) {
      producer.begin(event("order", 0, 10));
      producer.awaitOldest();
      broker.stop();
      for (int trial = 1; !producer.full(); trial++) {
        producer.begin(event("order", trial, 10));
      }
      broker.start();
      for (int trial = 1; trial <= 4; trial++) {
        producer.awaitOldest();
      }
    }
    assertThat(trials("order")).isEqualTo(IntStream.rangeClosed(0, 4).boxed().toList());
  }

  private PatientProducer producer() {
    return new PatientProducer(limited, TOPICS, new SimpleMeterRegistry(), trouble -> {});
  }

  private List<Integer> trials(String run) {
    return new TopicContents(broker.settings(), registry)
        .read(TOPICS.events(), run).stream().map(StimulusEvent::getTrialIndex).toList();
  }

  private Outgoing event(String run, int trial, int bytes) {
    StimulusEvent event =
        StimulusEvent.newBuilder()
            .setRunId(run)
            .setTrialIndex(trial)
            .setOnsetSeconds(trial)
            .setDurationSeconds(1)
            .setTrialType("face")
            .setStimulusPng(ByteBuffer.allocate(bytes))
            .setOccurredAt(Instant.EPOCH)
            .build();
    RecordHead head =
        new RecordHead(RecordHead.Kind.EVENT, run, Instant.EPOCH.plusSeconds(trial), trial, trial);
    return new Outgoing(head, TOPICS.events().codec(registry).encode(event));
  }
}
