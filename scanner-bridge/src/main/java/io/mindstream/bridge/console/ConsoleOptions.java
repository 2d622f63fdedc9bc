package io.mindstream.bridge.console;

import io.mindstream.bridge.source.Speed;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a session is played.
 *
 * @param repetitionTimeSeconds TR in place of the source's: volumes and stimuli come slower or
 *     faster by it
 * @param speed how fast scanner time passes
 * @param dummies volumes before volume 0 of each run, which show what volume 0 shows
 * @param stopAfter breaks off after so many volumes of the session, dummies included
 * @param patient name that the objects carry
 */
public record ConsoleOptions(
    OptionalDouble repetitionTimeSeconds,
    Speed speed,
    int dummies,
    OptionalInt stopAfter,
    String patient) {

  private static final double LONGEST_TR = 60;

  /** Checks the numbers. */
  public ConsoleOptions {
    double tr = repetitionTimeSeconds.orElse(1);
    if (!(tr > 0 && tr <= LONGEST_TR)) {
      throw new IllegalArgumentException("--tr is in seconds, above 0 and at most 60, got " + tr);
    }
    if (dummies < 0 || stopAfter.orElse(1) < 1) {
      throw new IllegalArgumentException("--dummies is 0 or more, --stop-after 1 or more");
    }
  }
}
