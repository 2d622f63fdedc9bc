package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.Phase;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunEnd;
import io.mindstream.preprocess.trial.WindowMode;
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
  private final PreprocessConfig config;

  RunLifecycle(RunStores stores, RoiLookup rois, Trials trials, PreprocessConfig config) {
    this.stores = stores;
    this.rois = rois;
    this.trials = trials;
    this.config = config;
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
      put(completeIfPossible(run.ended(RunEnd.of(header, now)), now));
    }
    return true;
  }

  private boolean start(@Nullable Run before, RunHeader header, long now) {
    if (before != null && before.header().getStartedAt().equals(header.getStartedAt())) {
      return true; // the same header once more
    }
    if (before != null && before.end() == null) {
      complete(before, now); // its source broke off without a word
    } else if (before != null && !isOver(before, now)) {
      return false;
    }
    stores.clear(header.getRunId());
    put(seekRoi(Run.started(header, now), now));
    return true;
  }

  /** True where nothing of the session can still come, or it was waited for long enough. */
  private boolean isOver(Run run, long now) {
    RunEnd end = run.end();
    return end != null
        && end.complete()
        && (trials instanceof FixedTrials
            || run.phase() instanceof Phase.Cleaned
            || run.hasEveryTrial()
            || now - end.at() >= config.waits().end().toMillis());
  }

  /** Looks for the ROI of a run that has none yet; gives up when the wait is over. */
  Run seekRoi(Run run, long now) {
    try {
      requireWindowsFit(run);
      Optional<RoiVoxels> voxels = rois.find(run.header(), run.shape());
      if (voxels.isPresent()) {
        stores.rois().put(run.header().getRunId(), voxels.get());
        return run.in(new Phase.Active());
      }
    } catch (PipelineException e) {
      return run.in(new Phase.Refused(e.code(), String.valueOf(e.getMessage())));
    }
    return now - run.startedAt() < config.waits().roi().toMillis() ? run : run.in(unknownRoi(run));
  }

  private void requireWindowsFit(Run run) {
    if (config.windows() instanceof WindowMode.Fixed fixed
        && !fixed.fits(run.repetitionTimeSeconds())) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "windows of "
              + fixed.lengthSeconds()
              + " s are shorter than the run's TR; raise"
              + " mindstream.preprocess.window-length");
    }
  }

  private Phase.Refused unknownRoi(Run run) {
    return new Phase.Refused(
        FailureCode.UNKNOWN_ROI,
        "run "
            + run.header().getRunId()
            + " names ROI "
            + run.header().getRoiId()
            + ", which decoder.rois does not hold; publish the mask before the run starts");
  }

  /** The run, complete where its end is declared and all its volumes were read. */
  Run completeIfPossible(Run run, long now) {
    return !run.complete() && run.hasEveryVolume() ? complete(run, now) : run;
  }

  /** Lets out what is left of a run: nothing more is waited for. */
  Run complete(Run run, long now) {
    Run complete = run.completed(now);
    return run.phase() instanceof Phase.Active
        ? trials.emitDue(run.header().getRunId(), complete)
        : complete;
  }

  /** Forgets the rows and trials of a run that is over; a trace of it stays. */
  void clean(Run run, long now) {
    Run complete = run.complete() ? run : complete(run, now);
    stores.clear(run.header().getRunId());
    put(complete.in(new Phase.Cleaned()));
  }

  void put(Run run) {
    stores.runs().put(run.header().getRunId(), run);
  }
}
