package io.mindstream.decoder.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was committed, once each.
 *
 * <ul>
 *   <li>{@code mindstream.decoder.images}: pictures
 *   <li>{@code mindstream.decoder.dead.letters}, by {@code code}
 *   <li>{@code mindstream.decoder.stage}, by {@code stage} (encode, sample, decode) and {@code
 *       device}: time a trial spends in each
 *   <li>{@code mindstream.decoder.left.to.others}: vectors of runs that ask for another model
 *   <li>{@code mindstream.decoder.queue.wait}: from the vector's emission until its decode begins
 * </ul>
 */
final class DecoderMetrics {

  private static final double NANOS_A_MILLI = 1e6;

  private static final Logger LOG = LoggerFactory.getLogger(DecoderMetrics.class);

  private final MeterRegistry meters;
  private final Set<String> told = new HashSet<>();

  DecoderMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void committed(TrialOutcome outcome) {
    if (outcome instanceof TrialOutcome.Refused refused) {
      meters
          .counter("mindstream.decoder.dead.letters", "code", refused.failure().code().name())
          .increment();
    } else if (outcome instanceof TrialOutcome.LeftToOthers left) {
      left.modelId().ifPresent(this::leftToOthers);
    } else if (outcome instanceof TrialOutcome.Decoded decoded && !decoded.images().isEmpty()) {
      meters.counter("mindstream.decoder.images").increment(decoded.images().size());
      time(decoded.images().get(0));
    }
  }

  /** Nobody but a person can tell whether there is another worker. */
  private void leftToOthers(String model) {
    meters.counter("mindstream.decoder.left.to.others").increment();
    if (told.add(model)) {
      LOG.warn(
          "Trials that ask for model '{}' are left to a worker that has it; start one with"
              + " mindstream.decoder.bundle set to that model and mindstream.decoder.run-choice=asked_for",
          model);
    }
  }

  /** The trial's samples share their times. */
  private void time(DecodedImage image) {
    stage(image, "encode", image.getEncodeMillis());
    stage(image, "sample", image.getSampleMillis());
    stage(image, "decode", image.getDecodeMillis());
    StageTimes times = image.getTimes();
    times.getDecodeStartedAt().ifPresent(started -> queueWait(times.getVectorEmittedAt(), started));
  }

  private void stage(DecodedImage image, String stage, double millis) {
    Timer timer =
        meters.timer("mindstream.decoder.stage", "stage", stage, "device", image.getDevice());
    timer.record(Duration.ofNanos((long) (millis * NANOS_A_MILLI)));
  }

  private void queueWait(Instant emitted, Instant started) {
    meters.timer("mindstream.decoder.queue.wait").record(Duration.between(emitted, started));
  }
}
