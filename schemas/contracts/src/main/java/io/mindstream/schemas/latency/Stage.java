package io.mindstream.schemas.latency;

import io.mindstream.schemas.avro.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of the way of one image, by the times in its record. */
public enum Stage {
  /** From the start of the last volume's acquisition until the bridge has it whole. */
  BRIDGE("bridge"),
  /** From there until the trial's vector is emitted. */
  PREPROCESS("preprocess"),
  /** From there until a worker begins: transaction, transport, queue. */
  QUEUE("queue"),
  /** Encoding, sampling, latent decoding, PNG. */
  DECODE("decode"),
  /** From the finished PNG until its metadata are in the object store. */
  STORE("store"),
  /** From the start of the last volume's acquisition until the image is stored. */
  TOTAL("total");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** The stage's name in tables and JSON. */
  public String label() {
    return label;
  }

  /**
   * How long an image took.
   *
   * @param times when it passed each stage
   * @param storedAt when its metadata were stored; null before that
   * @return empty where a time is missing
   */
  public Optional<Duration> duration(StageTimes times, @Nullable Instant storedAt) {
    return switch (this) {
      case BRIDGE -> between(times.getLastVolumeAcquiredAt(), times.getLastVolumeReceivedAt());
      case PREPROCESS -> between(times.getLastVolumeReceivedAt(), times.getVectorEmittedAt());
      case QUEUE ->
          times.getDecodeStartedAt().flatMap(start -> between(times.getVectorEmittedAt(), start));
      case DECODE ->
          times
              .getDecodeStartedAt()
              .flatMap(start -> times.getDecodeEndedAt().flatMap(end -> between(start, end)));
      case STORE -> times.getDecodeEndedAt().flatMap(end -> between(end, storedAt));
      case TOTAL -> between(times.getLastVolumeAcquiredAt(), storedAt);
    };
  }

  private static Optional<Duration> between(Instant from, @Nullable Instant to) {
    return Optional.ofNullable(to).map(end -> Duration.between(from, end));
  }
}
