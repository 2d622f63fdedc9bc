package io.mindstream.benchmarks.preprocess;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Some scans of a head at rest, each with noise of its own, which a run takes by turns.
 *
 * @param shape of each
 * @param scans their bytes, int16, little endian
 */
record SimulatedScans(VolumeShape shape, List<ByteBuffer> scans) {

  /** How many there are. */
  static final int COUNT = 5;

  /** Of the grid along x. */
  static final double FIELD_MM = 208;

  private static final double BRAIN = 350;
  private static final double NOISE = 14;

  static SimulatedScans of(VolumeShape shape) {
    Grid grid = AnalyticHead.grid(shape, FIELD_MM / shape.nx());
    AnalyticHead head = new AnalyticHead(3);
    SplittableRandom random = new SplittableRandom(5);
    List<ByteBuffer> scans = new ArrayList<>();
    StoredVoxels still = head.scan(grid, RigidBody.IDENTITY, 1, 0, 1);
    for (int i = 0; i < COUNT; i++) {
      scans.add(noisy(still, random));
    }
    return new SimulatedScans(shape, scans);
  }

  private static ByteBuffer noisy(StoredVoxels still, SplittableRandom random) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * still.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int voxel = 0; voxel < still.size(); voxel++) {
      bytes.putShort((short) Math.round(still.value(voxel) + NOISE * random.nextGaussian()));
    }
    return bytes.flip();
  }

  /** Values with noise of their own, whole numbers as scanners give, as a new array. */
  static float[] noisy(float[] values, SplittableRandom random) {
    float[] noisy = new float[values.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = Math.round(values[i] + NOISE * random.nextGaussian());
    }
    return noisy;
  }

  /** A scan as it is stored. */
  StoredVoxels volume(int index) {
    return new StoredVoxels(
        shape, StoredVoxels.Type.INT16, 1, 0, scans.get(index % COUNT).duplicate());
  }

  /** Linear indices of brain voxels, evenly spread. */
  int[] roi(int voxels) {
    StoredVoxels first = volume(0);
    int[] brain = IntStream.range(0, first.size()).filter(v -> first.value(v) > BRAIN).toArray();
    return IntStream.range(0, voxels)
        .map(i -> brain[(int) ((long) i * brain.length / voxels)])
        .toArray();
  }

  /** A volume of a run that began at 0. */
  BoldVolume record(String run, int index, double tr) {
    Instant acquired = Instant.EPOCH.plusNanos(Math.round(1e9 * index * tr));
    return BoldVolume.newBuilder()
        .setRunId(run)
        .setIndex(index)
        .setAcquiredAt(acquired)
        .setReceivedAt(acquired)
        .setNx(shape.nx())
        .setNy(shape.ny())
        .setNz(shape.nz())
        .setType(VoxelType.INT16)
        .setVoxels(scans.get(index % COUNT).duplicate())
        .build();
  }
}
