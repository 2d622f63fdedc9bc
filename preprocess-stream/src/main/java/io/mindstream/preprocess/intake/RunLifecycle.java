package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins and ends the sessions of runs. */
final class RunLifecycle {

  private final RunStores stores;
  private final RoiLookup rois;
  private final Trials trials;
  private final TrialEmitter emitter;
  private final Waits waits;

  RunLifecycle(RunStores stores, RoiLookup rois, Trials trials, TrialEmitter emitter, Waits waits) {
    this.stores = stores;
    this.rois = rois;
    this.trials = trials;
    this.emitter = emitter;
    this.waits = waits;
  }

  /**
   * Takes a run header; false where it must wait until the run's session before is over.
   *
   * @throws PipelineException with UNKNOWN_RUN where a run ends that never started
   */
  boolean offer(@Nullable Run run, RunHeader header, long now) {
    if (header.getState() == RunState.STARTED) {
      return start(run, header, now);
    }
    if (run == null) {
      throw new PipelineException(
          FailureCode.UNKNOWN_RUN,
          "run " + header.getRunId() + " is " + header.getState() + " but never STARTED");
    }
    // The end of an earlier session, read once more, does not end this one.
    if (run.end() == null && !header.getStartedAt().isBefore(run.header().getStartedAt())) {
      emitter.advance(run.ended(RunEnd.of(header, now)), now);
    }
    return true;
  }

  private boolean start(@Nullable Run before, RunHeader header, long now) {
    if (before != null && before.header().getStartedAt().equals(header.getStartedAt())) {
      return true; // the same header once more
    }
    if (before != null && before.end() == null) {
      emitter.complete(before, now); // its source broke off without a word
    } else if (before != null && !isOver(before, now)) {
      return false;
    }
    stores.clear(header.getRunId());
    stores.runs().put(seekRoi(Run.started(header, now), now));
    return true;
  }

  /** True where nothing of the session can still come, or it was waited for long enough. */
  private boolean isOver(Run run, long now) {
    RunEnd end = run.end();
    return end != null
        && end.complete()
        && (!trials.perEvent()
            || run.phase() instanceof RunPhase.Cleaned
            || run.hasEveryTrial()
            || now - end.at() >= waits.end().toMillis());
  }

  /**
   * The run that a record put back from the dead letters finds. One that was refused may have its
   * mask by now, one that is over was forgotten: both begin their session again. None of its trials
   * is emitted twice, since an event that became a trial is in no dead letter.
   */
  @Nullable Run openAgain(@Nullable Run run, long now) {
    if (run == null
        || run.phase() instanceof RunPhase.Active
        || run.phase() instanceof RunPhase.AwaitingRoi) {
      return run;
    }
    stores.clear(run.id());
    Run again = seekRoi(run.openedAgain(now), now);
    stores.runs().put(again);
    return again;
  }

  /** Looks for the ROI of a run that has none yet; gives up when the wait is over. */
  Run seekRoi(Run run, long now) {
    try {
      trials.requireFit(run);
      Optional<RoiVoxels> voxels = rois.find(run.header(), run.shape());
      if (voxels.isPresent()) {
        stores.rois().put(run.id(), voxels.get());
        return run.in(new RunPhase.Active());
      }
    } catch (PipelineException e) {
      return run.in(new RunPhase.Refused(e.code(), String.valueOf(e.getMessage())));
    }
    return now - run.startedAt() < waits.roi().toMillis() ? run : run.in(unknownRoi(run));
  }

  private RunPhase.Refused unknownRoi(Run run) {
    return new RunPhase.Refused(
        FailureCode.UNKNOWN_ROI,
        "run "
            + run.id()
            + " names ROI "
            + run.header().getRoiId()
            + ", which decoder.rois does not hold; publish the mask before the run starts");
  }

  /** Forgets the rows and trials of a run that is over; a trace of it stays. */
  void clean(Run run, long now) {
    Run complete = run.complete() ? run : emitter.complete(run, now);
    stores.clear(run.id());
    stores.runs().put(complete.in(new RunPhase.Cleaned()));
  }
}
