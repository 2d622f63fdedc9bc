package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.state.RunStore;

/**
 * The one place that emits trials. Whatever moves a run on, be it a volume, an event, its end or
 * time, comes here: the run is stored, and every trial whose window is over by now is let out.
 */
final class TrialEmitter {

  private final RunStore runs;
  private final Trials trials;

  TrialEmitter(RunStore runs, Trials trials) {
    this.runs = runs;
    this.trials = trials;
  }

  /** A record moved a run on; it is complete where its end is declared and all volumes are read. */
  void advance(Run run, long now) {
    if (!run.complete() && run.hasEveryVolume()) {
      complete(run, now);
    } else {
      emit(run);
    }
  }

  /**
   * Lets out what is left of a run: nothing more is waited for.
   *
   * @return the run as it is stored
   */
  Run complete(Run run, long now) {
    return emit(run.completed(now));
  }

  private Run emit(Run run) {
    Run emitted = run.phase() instanceof RunPhase.Active ? trials.emitDue(run) : run;
    runs.put(emitted);
    return emitted;
  }
}
