package io.mindstream.bridge.stimulus;

import io.mindstream.service.web.RefusedException;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The stimulus computer's clock during one run. Seconds since 1970-01-01 UTC; a difference is above
 * 0 where the stimulus computer's clock is ahead.
 *
 * @param aheadOfScanner by triggers; empty where none were told
 * @param aheadOfUs by the times of sending; empty where none were told
 * @param limitSeconds how far a moment may lie from our present where neither is known
 */
public record StimulusClock(
    OptionalDouble aheadOfScanner, OptionalDouble aheadOfUs, double limitSeconds) {

  /**
   * A moment by the scanner's clock. Without triggers the scanner's clock is taken for ours.
   *
   * @param at the moment by the stimulus computer's clock
   * @param now the present by our clock
   * @throws RefusedException where the clock is not known and the moment is too far from now
   */
  public double scannerSeconds(double at, double now) {
    OptionalDouble ahead = aheadOfScanner.isPresent() ? aheadOfScanner : aheadOfUs;
    if (ahead.isPresent()) {
      return at - ahead.getAsDouble();
    }
    if (Math.abs(at - now) > limitSeconds) {
      throw tooFar(at - now);
    }
    return at;
  }

  /** What corrects a moment: {@code triggers}, {@code sent_at} or {@code nothing}. */
  public String correctedBy() {
    if (aheadOfScanner.isPresent()) {
      return "triggers";
    }
    return aheadOfUs.isPresent() ? "sent_at" : "nothing";
  }

  private RefusedException tooFar(double seconds) {
    return RefusedException.field(
        "at",
        String.format(
            Locale.ROOT,
            "lies %.3f s %s this computer's clock, more than mindstream.bridge.clock.limit (%.3g s)"
                + " allows; add sent_at_seconds (your clock at sending) to the request, or post the"
                + " scanner's triggers, or set the clocks by NTP, or give the onset instead",
            Math.abs(seconds),
            seconds > 0 ? "ahead of" : "behind",
            limitSeconds));
  }
}
