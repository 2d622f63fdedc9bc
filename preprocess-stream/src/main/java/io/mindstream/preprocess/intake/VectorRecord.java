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
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The record of a trial's vector. */
final class VectorRecord {

  private VectorRecord() {}

  /**
   * All that is said of a trial.
   *
   * @param made the vector
   * @param provenance how the vector came about
   * @param times see {@link #times}
   */
  static VoxelVector of(
      Run run,
      Trial trial,
      TrialWindow window,
      Made made,
      VectorProvenance provenance,
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
        .setVolumesUsed(made.volumesUsed())
        .setVolumesExpected(window.volumes())
        .setNormalisation(provenance.method().normalisation())
        .setWindowDelaySeconds(provenance.windowDelaySeconds().orElse(null))
        .setOwnWindowDelay(provenance.ownDelay())
        .setSteadyVolumes(steadyVolumes(provenance))
        .setRecipe(provenance.method().recipe().orElse(null))
        .setRevision(made.moment().revision())
        .setLastRevision(made.moment().last())
        .setNewestVolume(made.moment().newestVolume())
        .setQualityFlags(made.flags())
        .setTrialsAveraged(made.vector().trialsAveraged())
        .setRoiChecksum(provenance.roiChecksum())
        .setValues(boxed(made.vector().values()))
        .setSimulated(run.header().getSimulated())
        .setTimes(times)
        .build();
  }

  private static @Nullable Integer steadyVolumes(VectorProvenance provenance) {
    OptionalInt steady = provenance.method().steadyVolumes();
    return steady.isPresent() ? steady.getAsInt() : null;
  }

  /**
   * A vector.
   *
   * @param vector read only
   * @param volumesUsed how many of the window's volumes were there
   * @param flags why the trial should be doubted
   * @param moment when it was made
   */
  record Made(
      TrialVector vector, int volumesUsed, List<String> flags, TrialVectors.Moment moment) {}

  /** When the newest volume was acquired and received, and the vector sent. */
  static StageTimes times(VolumeRow newest, Instant emittedAt) {
    return StageTimes.newBuilder()
        .setLastVolumeAcquiredAt(newest.acquiredAt())
        .setLastVolumeReceivedAt(newest.receivedAt())
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
