package io.mindstream.bridge.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long no volume came, and what to say of it. For one thread. */
public final class Silence {

  private static final int WORTH_SAYING_TRS = 5;

  private final Duration endAfter;
  private Instant since;
  private boolean said;

  /** Nothing came yet. */
  public Silence(Duration endAfter, Instant now) {
    this.endAfter = endAfter;
    this.since = now;
  }

  /** A volume came. */
  public void broken(Instant now) {
    since = now;
    said = false;
  }

  /** True where it lasts so long that the run is over. */
  public boolean over(Instant now) {
    return !now.isBefore(since.plus(endAfter));
  }

  /** A line for a person, once a silence, after five TRs of it. */
  public Optional<String> note(Instant now, double repetitionTimeSeconds) {
    double seconds = Duration.between(since, now).toMillis() / 1e3;
    if (said || seconds < WORTH_SAYING_TRS * repetitionTimeSeconds) {
      return Optional.empty();
    }
    said = true;
    return Optional.of(
        "no volume for %.1f s (%d TRs); the run ends after %d s without one"
            .formatted(seconds, WORTH_SAYING_TRS, endAfter.toSeconds()));
  }
}
