package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;

/** Tells what a run's volumes come to, once it is complete. */
final class RunSummaries {

  private final RunFolds folds;
  private final StreamOutput output;

  RunSummaries(RunFolds folds, StreamOutput output) {
    this.folds = folds;
    this.output = output;
  }

  /** A run that was just completed. */
  void send(Run run) {
    if (run.phase() instanceof RunPhase.Active && run.progress().highestVolume() >= 0) {
      long now = output.now().toEpochMilli();
      output.quality(run, folds.of(run).summary(run.volumes()), now);
    }
  }
}
