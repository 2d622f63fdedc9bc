package io.mindstream.preprocess.quality;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When volumes come against when they were acquired: that is a TR apart, or less where a run is
 * played fast. The delay of the first one known is what is usual.
 */
final class VolumeArrival {

  private @Nullable Duration usual;
  private int lastIndex = -1;

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
  Arrival add(int index, Instant acquiredAt, Instant receivedAt) {
    if (index <= lastIndex) {
      throw new IllegalArgumentException(
          "volume " + index + " after volume " + lastIndex + "; they are needed in order");
    }
    int missing = index - lastIndex - 1;
    lastIndex = index;
    Duration delay = Duration.between(acquiredAt, receivedAt);
    Duration expected = usual;
    if (expected == null) {
      usual = delay;
      return new Arrival(missing, null);
    }
    return new Arrival(missing, delay.minus(expected).toNanos() / 1e9);
  }
}
