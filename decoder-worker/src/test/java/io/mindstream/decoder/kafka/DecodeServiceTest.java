package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.decoding.BundleDecoderFactory;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.ServiceHealth;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecodeServiceTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();
  private DecoderFixture decoder;

  @BeforeEach
  void open() {
    decoder = new DecoderFixture(broker.settings());
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  @Test
  void shouldDecodeEveryTrialOnce() {
    decoder.publish(0, Vectors.of(0));
    decoder.publish(1, Vectors.of(1));
    decoder.publish(1, Vectors.of(2));

    decoder.start("a");

    decoder.awaitTrials(0, 1, 2);
  }

  @Test
  void shouldMoveTheGroupPastWhatItDecoded() {
    decoder.publish(0, Vectors.of(0));
    decoder.publish(1, Vectors.of(1));

    decoder.start("a");

    decoder.awaitTrials(0, 1);
    assertThat(decoder.consumed()).isEqualTo(2);
  }

  @Test
  void shouldSendPreviewsWhileTheTrialIsDecoded() {
    decoder.publish(0, Vectors.of(0));

    decoder.start("a");

    await()
        .atMost(DecoderFixture.SOON)
        .untilAsserted(() -> assertThat(decoder.previews()).extracting("step").containsExactly(2));
  }

  @Test
  void shouldSendBytesThatAreNoVectorToTheDeadLettersWhole() {
    byte[] bytes = {1, 2, 3};
    decoder.publish(0, "a key", bytes);

    decoder.start("a");

    DeadLetter letter = decoder.awaitDeadLetter();
    assertThat(letter.getCode()).isEqualTo("UNDECODABLE");
    assertThat(letter.getValue()).contains(ByteBuffer.wrap(bytes));
    assertThat(letter.getService()).isEqualTo("decoder-worker");
  }

  @Test
  void shouldDecodeTheTrialAfterOneThatIsRefused() {
    decoder.publish(0, Vectors.builder(0).setValues(List.of(1f)).build());
    decoder.publish(0, Vectors.of(1));

    decoder.start("a");

    decoder.awaitTrials(1);
    assertThat(decoder.awaitDeadLetter().getCode()).isEqualTo("VOXEL_COUNT_MISMATCH");
  }

  @Test
  void shouldCountDeadLettersByCode() {
    decoder.publish(0, Vectors.builder(0).setValues(List.of(1f)).build());

    decoder.start("a");

    await()
        .atMost(DecoderFixture.SOON)
        .until(
            () ->
                decoder
                        .meters()
                        .counter("mindstream.decoder.dead.letters", "code", "VOXEL_COUNT_MISMATCH")
                        .count()
                    == 1);
  }

  @Test
  void shouldLeaveARunThatAsksForAnotherModelToAnotherWorker() {
    decoder.publish(0, Vectors.builder(0).setModelId("another").build());
    decoder.publish(0, Vectors.of(1));

    decoder.start("a");

    decoder.awaitTrials(1);
    assertThat(decoder.meters().counter("mindstream.decoder.left.to.others").count()).isOne();
    assertThat(decoder.meters().find("mindstream.decoder.dead.letters").counters()).isEmpty();
  }

  @Test
  void shouldTimeEveryStageOfATrial() {
    decoder.publish(0, Vectors.of(0));

    decoder.start("a");

    await()
        .atMost(DecoderFixture.SOON)
        .untilAsserted(
            () ->
                assertThat(decoder.meters().find("mindstream.decoder.stage").timers())
                    .extracting(timer -> timer.getId().getTag("stage"))
                    .containsExactlyInAnyOrder("encode", "sample", "decode"));
  }

  @Test
  void shouldBeStoppedAfterAStop() {
    DecodeService service = decoder.start("a");
    DecoderFixture.awaitHealth(service, ServiceHealth.Running.class);

    service.stop();

    assertThat(service.health()).isInstanceOf(ServiceHealth.Stopped.class);
  }

  @Test
  void shouldFailToStartWithoutABundle() {
    DecodeService service =
        decoder.service(
            "a",
            new BundleDecoderFactory(null, new NetworkSettings(Precision.FP32, 0, null)),
            new SchemaRegistry("mock://decoder"));

    assertThatThrownBy(service::start)
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("mindstream model random");
    assertThat(service.health().describe()).contains("failed", "mindstream model random");
  }
}
