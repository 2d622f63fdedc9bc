package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.decoder.config.DecoderConfig;
import io.mindstream.decoder.decoding.DecoderFactory;
import io.mindstream.decoder.decoding.PatternDecoder;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Decode services on topics and a group of their own, and what they have committed so far. */
final class DecoderFixture implements AutoCloseable {

  static final Duration SOON = Duration.ofSeconds(30);

  private final String name = "-" + UUID.randomUUID();
  private final KafkaSettings kafka;
  private final SchemaRegistry registry = new SchemaRegistry("mock://decoder");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<DecodeService> services = new ArrayList<>();
  private final DecoderTopics topics;

  DecoderFixture(KafkaSettings kafka) {
    this.kafka = kafka;
    this.topics = new DecoderTopics(kafka, registry, name);
  }

  SimpleMeterRegistry meters() {
    return meters;
  }

  void publish(int partition, VoxelVector vector) {
    topics.publish(partition, vector);
  }

  void publish(int partition, String key, byte[] value) {
    topics.publish(partition, key, value);
  }

  /** A service whose decoder does nothing but decode. */
  DecodeService start(String instance) {
    return start(instance, values -> {});
  }

  DecodeService start(String instance, Consumer<float[]> atEachStep) {
    return startWith(instance, device -> new PatternDecoder("pattern", atEachStep));
  }

  DecodeService startWith(String instance, DecoderFactory decoders) {
    DecodeService service = service(instance, decoders, registry);
    service.start();
    return service;
  }

  DecodeService service(String instance, DecoderFactory decoders, SchemaRegistry other) {
    DecodeService service =
        new DecodeService(config(instance), decoders, kafka, other, topics.catalogue(), meters);
    services.add(service);
    return service;
  }

  /** What a service's loops are made of, for a test that runs one by itself. */
  DecoderWiring wiring(String instance, DecoderFactory decoders) {
    return new DecoderWiring(
        config(instance), decoders, kafka, registry, topics.catalogue(), meters);
  }

  /** The transactional id of an instance's only loop. */
  String transactionalId(String instance) {
    return "decoder-worker-" + instance + name + "-cpu";
  }

  long consumed() {
    return topics.consumed("group" + name);
  }

  /** The trials of the committed images. */
  List<Integer> trials() {
    return images().stream().map(DecodedImage::getTrialIndex).toList();
  }

  List<DecodedImage> images() {
    return topics.committed(topics.catalogue().images());
  }

  List<Preview> previews() {
    return topics.committed(topics.catalogue().previews());
  }

  /** Waits until just these trials have an image each. */
  void awaitTrials(Integer... trials) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(trials()).containsExactlyInAnyOrder(trials));
  }

  DeadLetter awaitDeadLetter() {
    await().atMost(SOON).until(() -> !deadLetters().isEmpty());
    return deadLetters().get(0);
  }

  static void awaitHealth(DecodeService service, Class<? extends ServiceHealth> state) {
    await().atMost(SOON).untilAsserted(() -> assertThat(service.health()).isInstanceOf(state));
  }

  @Override
  public void close() {
    services.forEach(DecodeService::stop);
  }

  List<DeadLetter> deadLetters() {
    return topics.committed(topics.catalogue().deadLetters());
  }

  private DecoderConfig config(String instance) {
    return new DecoderConfig(
        null,
        List.of("cpu"),
        Precision.FP32,
        SamplerKind.DDIM,
        3,
        null,
        1,
        2,
        0,
        instance + name,
        null,
        "group" + name,
        RunChoice.ANY,
        Duration.ofSeconds(1));
  }
}
