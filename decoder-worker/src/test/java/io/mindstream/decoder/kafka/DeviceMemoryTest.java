package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.service.ServiceHealth;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device without room stops the worker; the trial waits for one with other settings. */
class DeviceMemoryTest {

  private static final String OF_PYTORCH =
      "CUDA out of memory. Tried to allocate 256.00 MiB. GPU 0 has a total capacity of 7.79 GiB";

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
  void shouldStopWithWordsThatSayWhatToSet() {
    decoder.publish(0, Vectors.of(0));

    ServiceHealth health = failed(OF_PYTORCH).health();

    assertThat(health.up()).isFalse();
    assertThat(health.describe())
        .contains("the memory of cpu does not suffice (CUDA out of memory.")
        .contains("mindstream.decoder.samples", "mindstream.decoder.precision", "not lost");
  }

  @Test
  void shouldMakeNoDeadLetterOfTheTrial() {
    decoder.publish(0, Vectors.of(0));

    failed(OF_PYTORCH);

    assertThat(decoder.deadLetters()).isEmpty();
  }

  @Test
  void shouldNotCommitTheTrial() {
    decoder.publish(0, Vectors.of(0));

    failed(OF_PYTORCH);

    assertThat(decoder.consumed()).isZero();
  }

  @Test
  void shouldDecodeTheTrialOnceThereIsRoom() {
    decoder.publish(0, Vectors.of(0));
    AtomicBoolean full = new AtomicBoolean(true);
    DecodeService service = decoder.start("a", step -> failWhile(full, OF_PYTORCH));
    DecoderFixture.awaitHealth(service, ServiceHealth.Failed.class);

    service.stop();
    full.set(false);
    service.start();

    decoder.awaitTrials(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA error: out of memory",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"
      })
  void shouldKnowTheWordsOfEveryLibrary(String message) {
    RuntimeException engine = new IllegalStateException(new EngineException(message));

    assertThat(DeviceMemoryExhaustedException.explain(engine, "gpu:0"))
        .isInstanceOf(DeviceMemoryExhaustedException.class);
  }

  @Test
  void shouldLeaveOtherFailuresOfTheEngineAsTheyAre() {
    RuntimeException engine = new EngineException("mat1 and mat2 shapes cannot be multiplied");

    assertThat(DeviceMemoryExhaustedException.explain(engine, "gpu:0")).isSameAs(engine);
  }

  @Test
  void shouldNotStartWhereTheModelDoesNotFit() {
    DecodeService service =
        decoder.service(
            "a",
            device -> {
              throw new EngineException(OF_PYTORCH);
            },
            new SchemaRegistry("mock://decoder"));

    assertThatThrownBy(service::start).hasMessageContaining("mindstream.decoder.precision");
  }

  private DecodeService failed(String message) {
    DecodeService service = decoder.start("a", step -> failWhile(new AtomicBoolean(true), message));
    DecoderFixture.awaitHealth(service, ServiceHealth.Failed.class);
    return service;
  }

  private static void failWhile(AtomicBoolean full, String message) {
    if (full.get()) {
      throw new EngineException(message);
    }
  }
}
