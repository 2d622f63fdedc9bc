package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import java.util.Optional;

/**
 * A trial with its part of the run.
 *
 * @param trial what is known of it
 * @param window its volumes
 * @param delaySeconds from the event's onset to the window; empty with fixed windows
 * @param ownDelay true where the event asked for that delay itself
 */
record CutTrial(Trial trial, TrialWindow window, Optional<Double> delaySeconds, boolean ownDelay) {

  /** A window that no event asked for. */
  static CutTrial fixed(Trial trial, TrialWindow window) {
    return new CutTrial(trial, window, Optional.empty(), false);
  }
}
