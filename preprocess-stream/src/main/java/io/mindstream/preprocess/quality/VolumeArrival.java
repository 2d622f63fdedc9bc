package io.mindstream.preprocess.quality;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When volumes come against when they should: of the first one known each TR another. */
final class VolumeArrival {

  private final double repetitionTimeSeconds;
  private @Nullable Instant first;
  private int firstIndex;
  private int lastIndex = -1;

  VolumeArrival(double repetitionTimeSeconds) {
    this.repetitionTimeSeconds = repetitionTimeSeconds;
  }

  /**
   * Of one volume.
   *
   * @param missing how many indices were passed over right before it
   * @param jitter how much later than due it came, seconds, below 0 where earlier; null for the
   *     first
   */
  record Arrival(int missing, @Nullable Double jitter) {}

  /**
   * Adds one volume.
   *
   * @throws IllegalArgumentException where its index is not above that of the one before
   */
  Arrival add(int index, Instant receivedAt) {
    if (index <= lastIndex) {
      throw new IllegalArgumentException(
          "volume " + index + " after volume " + lastIndex + "; they are needed in order");
    }
    int missing = index - lastIndex - 1;
    lastIndex = index;
    Instant start = first;
    if (start == null) {
      first = receivedAt;
      firstIndex = index;
      return new Arrival(missing, null);
    }
    double seconds = Duration.between(start, receivedAt).toNanos() / 1e9;
    return new Arrival(missing, seconds - (index - firstIndex) * repetitionTimeSeconds);
  }
}
