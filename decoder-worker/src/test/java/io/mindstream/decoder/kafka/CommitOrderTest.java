package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.decoding.PatternDecoder;
import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A decoded trial must not wait for a poll that brings nothing: half a second, for whoever looks.
 */
class CommitOrderTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();
  private final CallLog log = new CallLog();
  private DecoderFixture decoder;
  private DeviceThread device;
  private ServiceLoop loop;

  @BeforeEach
  void open() {
    decoder = new DecoderFixture(broker.settings());
    DecoderWiring wiring =
        decoder.wiring("a", choice -> new PatternDecoder("pattern", values -> {}));
    device = wiring.load(wiring.config().devices().get(0));
    loop = new ServiceLoop("decode", new DecodeOutage(), "", running -> session(wiring, running));
    loop.start();
  }

  @AfterEach
  void close() {
    device.requestClose();
    loop.stop(Duration.ofSeconds(5));
    device.close(Duration.ofSeconds(5));
    decoder.close();
  }

  @Test
  void shouldCommitADecodedTrialBeforeThePollThatFollows() {
    decoder.publish(0, Vectors.of(0));
    decoder.awaitTrials(0);

    assertThat(log.between("wakeup", "commitTransaction")).doesNotContain("poll");
  }

  private void session(DecoderWiring wiring, ServiceLoop running) {
    try (SessionClients real = wiring.connect(device.awaitDecoder())) {
      @SuppressWarnings("unchecked")
      SessionClients written =
          new SessionClients(
              log.of(Consumer.class, real.consumer()),
              log.of(Producer.class, real.producer()),
              real.previews());
      new DecodeSession(
              written,
              wiring.records(),
              device,
              new DecoderMetrics(wiring.meters()),
              wiring.config().runChoice())
          .run(running);
    }
  }
}
