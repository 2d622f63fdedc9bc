package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.state.RunStores;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to runs because time passes, by the wall clock. */
final class RunTimers {

  /** A cleaned run's trace stays as long as the scanner topics keep its records. */
  private static final Duration TRACE = Duration.ofDays(7);

  /** A trace may stay a minute longer; to read all of them each time would cost more. */
  private static final Duration LOOK_AT_ALL = Duration.ofMinutes(1);

  private final RunStores stores;
  private final RunLifecycle lifecycle;
  private final TrialEmitter emitter;
  private final RunIntake intake;
  private final Waits waits;
  private long nextLookAtAll = Long.MIN_VALUE;

  RunTimers(
      RunStores stores,
      RunLifecycle lifecycle,
      TrialEmitter emitter,
      RunIntake intake,
      Waits waits) {
    this.stores = stores;
    this.lifecycle = lifecycle;
    this.emitter = emitter;
    this.intake = intake;
    this.waits = waits;
  }

  /** Looks at the runs that are not cleaned, now and then at all, and at everything that waits. */
  void tick(long now) {
    for (Run run : runs(now)) {
      tick(run, now);
    }
    for (String runId : stores.held().runs()) {
      intake.release(runId, now);
      @Nullable Run run = stores.runs().get(runId);
      if (run == null || run.complete()) {
        intake.giveUp(runId, now - waits.header().toMillis());
      }
    }
  }

  private List<Run> runs(long now) {
    if (now < nextLookAtAll) {
      return stores.runs().active();
    }
    nextLookAtAll = now + LOOK_AT_ALL.toMillis();
    return stores.runs().all();
  }

  private void tick(Run run, long now) {
    RunEnd end = run.end();
    if (run.phase() instanceof RunPhase.Cleaned) {
      if (now - run.activeAt() >= TRACE.toMillis()) {
        stores.runs().remove(run.id());
      }
    } else if (now - run.activeAt() >= waits.retention().toMillis()) {
      lifecycle.clean(run, now);
    } else if (run.phase() instanceof RunPhase.AwaitingRoi) {
      seekRoi(run, now);
    } else if (end != null && !end.complete() && now - end.at() >= waits.end().toMillis()) {
      emitter.complete(run, now);
    }
  }

  private void seekRoi(Run run, long now) {
    Run next = lifecycle.seekRoi(run, now);
    if (!(next.phase() instanceof RunPhase.AwaitingRoi)) {
      stores.runs().put(next);
    }
  }
}
