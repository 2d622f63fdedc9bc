package io.mindstream.preprocess;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.avro.VoxelType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Records of a small made-up run: 3 x 2 x 1 voxels, TR 2 s, ROI of voxels 4 and 1. Voxel v of
 * volume i has the value 100 v + i.
 */
public record TestRun(String id, Instant startedAt, int volumes, int trials) {

  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  public static final double TR = 2;
  public static final String ROI = "sub-01_desc-VC";

  /** The standard run: 20 volumes, 3 trials. */
  public static final TestRun RUN = new TestRun("sub-01_task-viewing_run-01", START, 20, 3);

  /** The same run once more, a minute after its start. */
  public TestRun again() {
    return new TestRun(id, startedAt.plusSeconds(60), volumes, trials);
  }

  public RunHeader.Builder header() {
    return RunHeader.newBuilder()
        .setRunId(id)
        .setState(RunState.STARTED)
        .setRepetitionTimeSeconds(TR)
        .setGeometry(grid(3, 2, 1))
        .setRoiId(ROI)
        .setExpectedVolumes(volumes)
        .setExpectedTrials(trials)
        .setSource("made up")
        .setSimulated(true)
        .setStartedAt(startedAt);
  }

  public RunHeader.Builder end(RunState state, int published) {
    return header().setState(state).setPublishedVolumes(published);
  }

  public BoldVolume.Builder volume(int index) {
    ByteBuffer voxels = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (int v = 0; v < 6; v++) {
      voxels.putShort((short) (100 * v + index));
    }
    return BoldVolume.newBuilder()
        .setRunId(id)
        .setIndex(index)
        .setAcquiredAt(at(index * TR))
        .setReceivedAt(at(index * TR + 1.5))
        .setNx(3)
        .setNy(2)
        .setNz(1)
        .setType(VoxelType.INT16)
        .setVoxels(voxels.flip());
  }

  /** Trial k begins at 10 k seconds and lasts 4 s: volumes 5k + 3 and 5k + 4. */
  public StimulusEvent.Builder event(int trial) {
    return event(trial, 10 * trial, 4);
  }

  public StimulusEvent.Builder event(int trial, double onset, double duration) {
    return StimulusEvent.newBuilder()
        .setRunId(id)
        .setTrialIndex(trial)
        .setOnsetSeconds(onset)
        .setDurationSeconds(duration)
        .setTrialType("face")
        .setOccurredAt(at(onset));
  }

  public RoiMask.Builder roi() {
    return RoiMask.newBuilder().setRoiId(ROI).setGeometry(grid(3, 2, 1)).setIndices(List.of(4, 1));
  }

  public static Geometry grid(int nx, int ny, int nz) {
    return Geometry.newBuilder()
        .setNx(nx)
        .setNy(ny)
        .setNz(nz)
        .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
        .setAffine(List.of(3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0))
        .build();
  }

  /** When a volume is received that comes so many seconds after its acquisition began. */
  public Instant received(int index, double after) {
    return at(index * TR + after);
  }

  private Instant at(double seconds) {
    return startedAt.plus(Math.round(seconds * 1e6), ChronoUnit.MICROS);
  }
}
