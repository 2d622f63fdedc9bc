package io.mindstream.decoder.decoding;

import io.mindstream.schemas.avro.Normalisation;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.VoxelVector;
import java.time.Instant;
import java.util.List;

/** Voxel vectors for tests. */
public final class Vectors {

  /** When every test vector was emitted. */
  public static final Instant EMITTED = Instant.parse("2026-01-02T03:04:05Z");

  /** The run of every test vector. */
  public static final String RUN = "sub-01_task-viewing_run-1";

  private Vectors() {}

  /** A sound vector of one trial. */
  public static VoxelVector of(int trial) {
    return builder(trial).build();
  }

  /** The same, to be changed. */
  public static VoxelVector.Builder builder(int trial) {
    return VoxelVector.newBuilder()
        .setRunId(RUN)
        .setTrialIndex(trial)
        .setTrialType("face")
        .setStimulusId("face-3")
        .setOnsetSeconds(12.5)
        .setDurationSeconds(2)
        .setRoiId("VC")
        .setFirstVolume(8)
        .setLastVolume(9)
        .setVolumesUsed(2)
        .setVolumesExpected(2)
        .setNormalisation(Normalisation.NONE)
        .setValues(List.of((float) trial, 1f, 2f, 3f, 4f, 5f))
        .setTimes(
            StageTimes.newBuilder()
                .setLastVolumeAcquiredAt(EMITTED.minusSeconds(2))
                .setLastVolumeReceivedAt(EMITTED.minusSeconds(1))
                .setVectorEmittedAt(EMITTED)
                .build());
  }
}
