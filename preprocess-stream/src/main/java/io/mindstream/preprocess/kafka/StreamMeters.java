package io.mindstream.preprocess.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.preprocess.intake.StreamObserver;
import io.mindstream.schemas.failure.FailureCode;

/**
 * Counts what the stream sends. A transaction that is rolled back and tried again counts twice: the
 * counters tell about work, the topics about results.
 */
final class StreamMeters implements StreamObserver {

  private final MeterRegistry registry;
  private final Counter vectors;
  private final Runnable onProcessed;

  StreamMeters(MeterRegistry registry, Runnable onProcessed) {
    this.registry = registry;
    this.onProcessed = onProcessed;
    this.vectors =
        Counter.builder("mindstream.preprocess.vectors")
            .description("Voxel vectors emitted")
            .register(registry);
  }

  @Override
  public void vectorEmitted() {
    vectors.increment();
  }

  @Override
  public void deadLetter(FailureCode code) {
    count("mindstream.preprocess.dead.letters", "Records given up, by failure code", code);
  }

  @Override
  public void letterLost(FailureCode code) {
    count(
        "mindstream.preprocess.dead.letters.lost",
        "Records given up whose dead letter Kafka refused, by failure code",
        code);
  }

  @Override
  public void recordProcessed() {
    onProcessed.run();
  }

  private void count(String counter, String description, FailureCode code) {
    Counter.builder(counter)
        .description(description)
        .tag("code", code.name())
        .register(registry)
        .increment();
  }
}
