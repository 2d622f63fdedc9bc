package io.mindstream.preprocess.intake;

import static java.util.Objects.requireNonNull;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.RunFold;
import io.mindstream.preprocess.normalise.VectorFold;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;

/**
 * Turns what is known of a run at some moment into a trial's voxel vector and sends it. A moment is
 * a volume: it and all before it are known, nothing after it is, however much later the trial's
 * event is read. So the vector depends on the volumes alone, not on how the topics interleave.
 */
final class TrialVectors {

  private final RunStores stores;
  private final RunFolds folds;
  private final RoiLookup rois;
  private final StreamOutput output;
  private final PreprocessConfig config;

  TrialVectors(
      RunStores stores,
      RunFolds folds,
      RoiLookup rois,
      StreamOutput output,
      PreprocessConfig config) {
    this.stores = stores;
    this.folds = folds;
    this.rois = rois;
    this.output = output;
    this.config = config;
  }

  /**
   * When a vector is made.
   *
   * @param newestVolume index of the newest volume that it knows, at most the run's highest
   * @param runEnd true where the run is complete and all of it is known, later trials too
   * @param revision 1 for the first answer
   * @param last true where no later revision follows
   */
  record Moment(int newestVolume, boolean runEnd, int revision, boolean last) {

    /** The moment of a trial that is answered once. */
    static Moment only(int newestVolume) {
      return new Moment(newestVolume, false, 1, true);
    }
  }

  /** Tells of a trial that is in the store. */
  void expect(Run run, FoldTrial trial) {
    folds.expect(run, trial);
  }

  /**
   * Sends the vector of a trial.
   *
   * @param cut whose window is over, or whose run is complete
   * @throws io.mindstream.schemas.failure.PipelineException with EVENT_OUTSIDE_RUN where the run
   *     ends before the window, with TOO_FEW_VOLUMES where too many are missing, with
   *     TOO_FEW_RESPONSES where it can't be told against earlier trials yet
   */
  void send(Run run, CutTrial cut, Moment moment) {
    TrialWindow window = cut.window();
    if (window.last() > run.progress().highestVolume()) {
      window.requireInside(run.volumes());
    }
    WindowMean mean = mean(run, window, moment.newestVolume());
    config.requireShare(cut.trial().index(), window, mean.volumes());
    RunFold fold = folds.asOf(run, moment.newestVolume());
    VolumeRow newest =
        requireNonNull(stores.rows().newestUsable(run.id(), window.first(), moment.newestVolume()));
    output.vector(
        VectorRecord.of(
            run,
            cut.trial(),
            window,
            new VectorRecord.Made(
                vectors(run, fold, moment)
                    .vector(cut.trial().index(), moment.revision() - 1, window, mean),
                mean.volumes(),
                fold.flags(window),
                moment),
            new VectorProvenance(
                config.method(),
                cut.delaySeconds(),
                cut.ownDelay(),
                rois.checksum(run, stores.rois().get(run.id()))),
            VectorRecord.times(newest, output.now())),
        newest.timestamp());
  }

  private VectorFold vectors(Run run, RunFold fold, Moment moment) {
    return moment.runEnd() ? folds.atRunEnd(run).orElse(fold.vectors()) : fold.vectors();
  }

  private WindowMean mean(Run run, TrialWindow window, int newest) {
    WindowMean mean = new WindowMean(stores.rois().get(run.id()).size());
    stores
        .rows()
        .visit(
            run.id(),
            window.first(),
            Math.min(window.last(), newest),
            (index, row) -> {
              if (row.usable()) {
                mean.add(index, row.values());
              }
            });
    return mean;
  }
}
