package io.mindstream.preprocess.intake;

import static java.util.Objects.requireNonNull;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.RoiChecksum;

/**
 * Turns the rows of a window that is over into a voxel vector and sends it.
 *
 * <p>A window is over when a volume with its last index, or a later one, is read. Only volumes read
 * until then count, also where the trial's event is read much later: so the vector depends on the
 * order of the volumes alone, not on how the topics interleave.
 */
final class TrialVectors {

  private final RunStores stores;
  private final StreamOutput output;
  private final PreprocessConfig config;

  TrialVectors(RunStores stores, StreamOutput output, PreprocessConfig config) {
    this.stores = stores;
    this.output = output;
    this.config = config;
  }

  /**
   * Sends the vector of a trial.
   *
   * @param window which is over, or whose run is complete
   * @throws PipelineException with EVENT_OUTSIDE_RUN where the run ends before the window, with
   *     TOO_FEW_VOLUMES where too many are missing
   */
  void send(Run run, Trial trial, TrialWindow window) {
    RoiVoxels roi = stores.rois().get(run.id());
    WindowRows rows = new WindowRows(vector(window, roi.size()), lastReadOrder(run, window));
    stores.rows().visit(run.id(), rows.vector().from(), window.last(), rows);
    int used = rows.vector().volumesUsed();
    VolumeRow last = rows.last();
    config.requireShare(trial.index(), window, used);
    StageTimes times = VectorRecord.times(requireNonNull(last), output.now());
    VectorProvenance made = VectorProvenance.of(config, RoiChecksum.of(run.shape(), roi.indices()));
    output.vector(
        VectorRecord.of(run, trial, window, rows.vector(), made, times), last.timestamp());
  }

  private TrialVector vector(TrialWindow window, int voxels) {
    return new TrialVector(config.normalisation(), config.steadyVolumes(), window, voxels);
  }

  /** The read order of the last volume that counts for a window. */
  private int lastReadOrder(Run run, TrialWindow window) {
    if (window.last() <= run.progress().highestVolume()) {
      return stores.rows().orderOfReaching(run.id(), window.last());
    }
    window.requireInside(run.volumes());
    return Integer.MAX_VALUE;
  }
}
