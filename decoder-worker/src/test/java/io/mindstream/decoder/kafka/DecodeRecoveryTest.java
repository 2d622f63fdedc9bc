package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.decoder.decoding.PatternDecoder;
import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.ServiceHealth;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong in mid-decode, each trial ends with one image. */
class DecodeRecoveryTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();
  private final StepGate gate = new StepGate();
  private DecoderFixture decoder;

  @BeforeEach
  void open() {
    decoder = new DecoderFixture(broker.settings());
  }

  @AfterEach
  void close() {
    gate.open();
    decoder.close();
  }

  @Test
  void shouldCommitNothingOfATrialThatAStopInterrupts() {
    decoder.publish(0, Vectors.of(0));
    DecodeService service = decoder.start("a", gate);
    gate.awaitReached();

    service.stop();
    gate.open();

    assertThat(decoder.trials()).isEmpty();
    assertThat(decoder.consumed()).isZero();
  }

  @Test
  void shouldDecodeATrialAtTheNextStartThatAStopInterrupted() {
    decoder.publish(0, Vectors.of(0));
    decoder.publish(0, Vectors.of(1));
    DecodeService service = decoder.start("a", gate);
    gate.awaitReached();
    service.stop();
    gate.open();

    service.start();

    decoder.awaitTrials(0, 1);
  }

  @Test
  void shouldGoOnWhereItStopped() {
    decoder.publish(0, Vectors.of(0));
    DecodeService service = decoder.start("a");
    decoder.awaitTrials(0);
    service.stop();
    decoder.publish(0, Vectors.of(1));

    service.start();

    decoder.awaitTrials(0, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1}) // one of them is the partition that moves to the second worker
  void shouldDecodeATrialOnceWhosePartitionMovesInMidDecode(int partition) {
    decoder.publish(partition, Vectors.of(0));
    decoder.start("a", gate);
    gate.awaitReached();
    decoder.publish(1 - partition, Vectors.of(1));

    decoder.start("b");
    await().atMost(DecoderFixture.SOON).until(() -> !decoder.trials().isEmpty());
    gate.open();

    decoder.awaitTrials(0, 1);
  }

  @Test
  void shouldDecodeATrialAgainWhoseTransactionWasFenced() {
    decoder.publish(0, Vectors.of(0));
    decoder.start("a", gate);
    gate.awaitReached();

    fence(decoder.transactionalId("a"));
    gate.open();

    decoder.awaitTrials(0);
  }

  @Test
  void shouldWaitForARegistryThatIsDown() {
    decoder.publish(0, Vectors.of(0));
    DecodeService service =
        decoder.service(
            "a",
            device -> new PatternDecoder("pattern", values -> {}),
            new SchemaRegistry("http://localhost:1"));

    service.start();

    await()
        .atMost(DecoderFixture.SOON)
        .until(() -> service.health().describe().startsWith("waiting: the schema registry at"));
    assertThat(decoder.consumed()).isZero();
  }

  @Test
  void shouldFailWithTheReasonWhenTheModelBreaks() {
    decoder.publish(0, Vectors.of(0));

    DecodeService service = decoder.start("a", breaksWhile(new AtomicBoolean(true)));

    DecoderFixture.awaitHealth(service, ServiceHealth.Failed.class);
    assertThat(service.health().describe()).contains("out of device memory");
    assertThat(decoder.consumed()).isZero();
  }

  @Test
  void shouldDecodeAfterARestartWhatTheModelBrokeOn() {
    AtomicBoolean broken = new AtomicBoolean(true);
    decoder.publish(0, Vectors.of(0));
    DecodeService service = decoder.start("a", breaksWhile(broken));
    DecoderFixture.awaitHealth(service, ServiceHealth.Failed.class);
    broken.set(false);

    service.stop();
    service.start();

    decoder.awaitTrials(0);
  }

  private static Consumer<float[]> breaksWhile(AtomicBoolean broken) {
    return values -> {
      if (broken.get()) {
        throw new IllegalStateException("out of device memory");
      }
    };
  }

  /** What another worker with the same instance id does. */
  private static void fence(String transactionalId) {
    var properties =
        new ClientProperties(broker.settings()).transactionalProducer("fence", transactionalId);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
    }
  }
}
