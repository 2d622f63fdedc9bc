package io.mindstream.preprocess.run;

import io.mindstream.schemas.failure.DeadLetters.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A record of a scanner topic, whole, so that it can wait and can become a dead letter.
 *
 * @param origin topic, partition, offset
 * @param timestamp the record's timestamp, ms
 * @param readAt when this service read it; wall clock, ms
 * @param key the key's bytes, not copied
 * @param value the value's bytes, not copied
 * @param redriven true where it was put back from the dead letters: what failed of it is tried
 *     again
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes would cost.
public record ScannerRecord(
    Origin origin,
    long timestamp,
    long readAt,
    byte @Nullable [] key,
    byte @Nullable [] value,
    boolean redriven) {

  /** The same record, taken up again at another time. */
  public ScannerRecord readAgainAt(long now) {
    return new ScannerRecord(origin, timestamp, now, key, value, redriven);
  }
}
