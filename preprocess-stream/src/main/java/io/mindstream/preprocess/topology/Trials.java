package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Run;

/** The trials of a run, however they are cut. */
sealed interface Trials permits EventTrials, FixedTrials {

  /**
   * Emits every trial whose window is over. To be called when a volume was settled or the run
   * became complete.
   *
   * @return the run, with what was emitted noted
   */
  Run emitDue(String runId, Run run);
}
