package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.Trial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.VoxelVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The record of a trial's vector. */
final class VectorRecord {

  private VectorRecord() {}

  /**
   * All that is said of a trial.
   *
   * @param vector the window's, with at least one volume added
   * @param made how the vector came about
   * @param times see {@link #times}
   */
  static VoxelVector of(
      Run run,
      Trial trial,
      TrialWindow window,
      TrialVector vector,
      VectorProvenance made,
      StageTimes times) {
    return VoxelVector.newBuilder()
        .setRunId(run.id())
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
        .setNormalisation(made.normalisation())
        .setWindowDelaySeconds(made.windowDelaySeconds().orElse(null))
        .setSteadyVolumes(made.steadyVolumes().orElse(null))
        .setRoiChecksum(made.roiChecksum())
        .setValues(boxed(vector.values()))
        .setSimulated(run.header().getSimulated())
        .setTimes(times)
        .build();
  }

  /** When the last volume was acquired and received, and the vector sent. */
  static StageTimes times(VolumeRow last, Instant emittedAt) {
    return StageTimes.newBuilder()
        .setLastVolumeAcquiredAt(last.acquiredAt())
        .setLastVolumeReceivedAt(last.receivedAt())
        .setVectorEmittedAt(emittedAt)
        .build();
  }

  private static List<Float> boxed(float[] values) {
    List<Float> boxed = new ArrayList<>(values.length);
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
