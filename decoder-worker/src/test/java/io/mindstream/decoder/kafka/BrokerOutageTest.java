package io.mindstream.decoder.kafka;

import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.service.ServiceHealth;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerOutageTest {

  @TempDir private Path folder;

  @Test
  void shouldSayThatTheBrokerIsDownAndGoOnWhenItIsBack() {
    try (KafkaBroker broker = KafkaBroker.startIn(folder);
        DecoderFixture decoder = new DecoderFixture(broker.settings())) {
      DecodeService service = decoder.start("a");
      DecoderFixture.awaitHealth(service, ServiceHealth.Running.class);

      broker.stop();
      DecoderFixture.awaitHealth(service, ServiceHealth.Waiting.class);
      broker.start();
      decoder.publish(0, Vectors.of(0));

      decoder.awaitTrials(0);
      DecoderFixture.awaitHealth(service, ServiceHealth.Running.class);
    }
  }
}
