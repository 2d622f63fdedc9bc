package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a window that is over into a voxel vector.
 *
 * <p>A window is over when a volume with its last index, or a later one, is read. Only volumes read
 * until then count, also where the trial's event is read much later: so the vector depends on the
 * order of the volumes alone, not on how the topics interleave.
 */
final class TrialEmission {

  private final RunStores stores;
  private final Output output;
  private final PreprocessConfig config;

  TrialEmission(RunStores stores, Output output, PreprocessConfig config) {
    this.stores = stores;
    this.output = output;
    this.config = config;
  }

  /**
   * The order of the last volume that may count for a window that is over; empty where it is not
   * over yet.
   *
   * @throws PipelineException with EVENT_OUTSIDE_RUN where the run is over but the window is not
   */
  OptionalInt lastOrder(String runId, Run run, TrialWindow window) {
    if (window.last() <= run.progress().highWater()) {
      return OptionalInt.of(stores.rows().orderOfReaching(runId, window.last()));
    }
    if (!run.complete()) {
      return OptionalInt.empty();
    }
    if (window.last() >= run.volumes()) {
      throw new PipelineException(
          FailureCode.EVENT_OUTSIDE_RUN,
          "the trial's window is volumes "
              + window
              + ", the run has only "
              + run.volumes()
              + "; check the event's onset and the run's length");
    }
    return OptionalInt.of(Integer.MAX_VALUE);
  }

  /**
   * Sends the vector of a window that is over.
   *
   * @param lastOrder from {@link #lastOrder}
   * @throws PipelineException with TOO_FEW_VOLUMES where too many are missing
   */
  void emit(Run run, Trial trial, TrialWindow window, int lastOrder) {
    String runId = run.header().getRunId();
    TrialVector vector =
        new TrialVector(config.normalisation(), config.steadyVolumes(), window, voxels(runId));
    Rows rows = new Rows(vector, lastOrder);
    stores.rows().visit(runId, rows.vector.from(), window.last(), rows);
    VolumeRow last = rows.last;
    int used = rows.vector.volumesUsed();
    if (last == null || used < 1 || used < config.minShare() * window.volumes()) {
      throw new PipelineException(
          FailureCode.TOO_FEW_VOLUMES,
          String.format(
              "trial %d has %d of the %d volumes of its window %s; min-share is %s",
              trial.index(), used, window.volumes(), window, config.minShare()));
    }
    output.vector(vector(run, trial, window, rows.vector, times(last)), last.timestamp());
  }

  private int voxels(String runId) {
    return stores.rois().get(runId).size();
  }

  private StageTimes times(VolumeRow last) {
    return StageTimes.newBuilder()
        .setLastVolumeAcquiredAt(last.acquiredAt())
        .setLastVolumeReceivedAt(last.receivedAt())
        .setVectorEmittedAt(output.clock().instant())
        .build();
  }

  private VoxelVector vector(
      Run run, Trial trial, TrialWindow window, TrialVector vector, StageTimes times) {
    return VoxelVector.newBuilder()
        .setRunId(run.header().getRunId())
        .setTrialIndex(trial.index())
        .setTrialType(trial.type())
        .setStimulusId(trial.stimulusId().orElse(null))
        .setOnsetSeconds(trial.onsetSeconds())
        .setDurationSeconds(trial.durationSeconds())
        .setRoiId(run.header().getRoiId())
        .setModelId(run.header().getModelId().orElse(null))
        .setFirstVolume(window.first())
        .setLastVolume(window.last())
        .setVolumesUsed(vector.volumesUsed())
        .setVolumesExpected(window.volumes())
        .setNormalisation(config.normalisation())
        .setValues(boxed(vector.values()))
        .setSimulated(run.header().getSimulated())
        .setTimes(times)
        .build();
  }

  private static List<Float> boxed(float[] values) {
    List<Float> boxed = new ArrayList<>(values.length);
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  /** Feeds a vector with the rows that may count, and remembers the last one. */
  private static final class Rows implements RowStore.Visitor {
    private final TrialVector vector;
    private final int lastOrder;
    private @Nullable VolumeRow last;

    Rows(TrialVector vector, int lastOrder) {
      this.vector = vector;
      this.lastOrder = lastOrder;
    }

    @Override
    public void row(int index, VolumeRow row) {
      if (row.usable() && row.order() <= lastOrder) {
        vector.add(index, row.values());
        last = row;
      }
    }
  }
}
