package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.run.Phase;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** What happens to runs because time passes, by the wall clock. */
final class RunTimers {

  /** How often to look. */
  static final Duration INTERVAL = Duration.ofMillis(200);

  /** A cleaned run's trace stays as long as the scanner topics keep its records. */
  private static final Duration TRACE = Duration.ofDays(7);

  private final RunStores stores;
  private final RunLifecycle lifecycle;
  private final RunIntake intake;
  private final Waits waits;

  RunTimers(RunStores stores, RunLifecycle lifecycle, RunIntake intake, Waits waits) {
    this.stores = stores;
    this.lifecycle = lifecycle;
    this.intake = intake;
    this.waits = waits;
  }

  /** Looks at every run and at everything that waits. */
  void tick(long now) {
    for (Run run : all()) {
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

  private void tick(Run run, long now) {
    RunEnd end = run.end();
    if (run.phase() instanceof Phase.Cleaned) {
      if (now - run.activeAt() >= TRACE.toMillis()) {
        stores.runs().delete(run.header().getRunId());
      }
    } else if (now - run.activeAt() >= waits.retention().toMillis()) {
      lifecycle.clean(run, now);
    } else if (run.phase() instanceof Phase.AwaitingRoi) {
      seekRoi(run, now);
    } else if (end != null && !end.complete() && now - end.at() >= waits.end().toMillis()) {
      lifecycle.put(lifecycle.complete(run, now));
    }
  }

  private void seekRoi(Run run, long now) {
    Run next = lifecycle.seekRoi(run, now);
    if (!(next.phase() instanceof Phase.AwaitingRoi)) {
      lifecycle.put(next);
    }
  }

  private List<Run> all() {
    List<Run> all = new ArrayList<>();
    try (KeyValueIterator<String, Run> runs = stores.runs().all()) {
      runs.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }
}
