package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.state.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * The one place that emits trials. Whatever moves a run on, be it a volume, an event, its end or
 * time, comes here: volumes whose turn it is are folded, one after the other, and after each the
 * run is stored and every trial that is due by then is let out.
 */
final class TrialEmitter {

  private final RunStore runs;
  private final VolumeOrder order;
  private final Trials trials;
  private final RunSummaries summaries;

  TrialEmitter(RunStore runs, VolumeOrder order, Trials trials, RunSummaries summaries) {
    this.runs = runs;
    this.order = order;
    this.trials = trials;
    this.summaries = summaries;
  }

  /** A record moved a run on; it is complete where its end is declared and all volumes are read. */
  void advance(Run run, long now) {
    Run settled = settleAll(emit(run), run.hasEveryVolume());
    if (!settled.complete() && settled.hasEveryVolume()) {
      complete(settled, now);
    }
  }

  /**
   * Lets out what is left of a run: nothing more is waited for.
   *
   * @return the run as it is stored
   */
  Run complete(Run run, long now) {
    Run complete = emit(settleAll(run, true).completed(now));
    summaries.send(complete);
    return complete;
  }

  private Run settleAll(Run run, boolean over) {
    Run settled = run;
    @Nullable Run next = order.settleNext(settled, over);
    while (next != null) {
      settled = emit(next);
      next = order.settleNext(settled, over);
    }
    return settled;
  }

  private Run emit(Run run) {
    Run emitted = run.phase() instanceof RunPhase.Active ? trials.emitDue(run) : run;
    runs.put(emitted);
    return emitted;
  }
}
