package io.mindstream.bridge.simulation;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A head in the scanner: an ellipsoid of tissue in air, with the visual voxels at its back. Makes
 * INT16 volumes; only tissue changes from one to the next.
 */
final class HeadPhantom {

  private static final double RADIUS = 0.92;
  private static final double HEAD_MM = 200;
  private static final double TISSUE_NOISE = 0.009;
  private static final int NOISE_TABLE = 1 << 16;
  private static final long TISSUE = 3;

  private final VolumeShape shape;
  private final short[] rest;
  private final int[] tissue;
  private final int[] visual;
  private final short[] noiseTable;

  /**
   * A head on a grid.
   *
   * @param voxels V, visual voxels
   * @throws IllegalArgumentException where the head has too few voxels on this grid
   */
  HeadPhantom(VolumeShape shape, int voxels, double noise, long subjectSeed) {
    this.shape = shape;
    this.rest = new short[shape.voxels()];
    this.tissue = IntStream.range(0, shape.voxels()).filter(this::isTissue).toArray();
    this.visual = hindmost(voxels);
    Random random = Seeds.random(subjectSeed, TISSUE);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = (short) random.nextInt(12); // Air.
    }
    for (int i : tissue) {
      rest[i] = (short) (450 + random.nextInt(500));
    }
    this.noiseTable = new short[NOISE_TABLE];
    for (int i = 0; i < NOISE_TABLE; i++) {
      noiseTable[i] = (short) Math.round(700 * TISSUE_NOISE * noise * random.nextGaussian());
    }
  }

  /** Linear indices of the visual voxels (V), ascending. */
  int[] visual() {
    return visual.clone();
  }

  /** A head of 20 cm fills the grid; the origin lies in its middle. */
  Geometry geometry() {
    double dx = HEAD_MM / shape.nx();
    double dy = HEAD_MM / shape.ny();
    double dz = HEAD_MM / 2 / shape.nz();
    List<Double> affine = new ArrayList<>();
    affine.addAll(List.of(dx, 0.0, 0.0, -dx * (shape.nx() - 1) / 2));
    affine.addAll(List.of(0.0, dy, 0.0, -dy * (shape.ny() - 1) / 2));
    affine.addAll(List.of(0.0, 0.0, dz, -dz * (shape.nz() - 1) / 2));
    return Geometry.newBuilder()
        .setNx(shape.nx())
        .setNy(shape.ny())
        .setNz(shape.nz())
        .setVoxelSizeMm(List.of(dx, dy, dz))
        .setAffine(affine)
        .build();
  }

  /**
   * A volume, INT16, little endian, x fastest.
   *
   * @param activity values of the visual voxels (V), rounded here
   * @param noiseSeed decides the noise of the other tissue
   */
  ByteBuffer volume(float[] activity, long noiseSeed) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * rest.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(rest);
    // A walk through a table of noise: large volumes would spend a second on fresh numbers.
    Random random = Seeds.random(noiseSeed);
    int at = random.nextInt(NOISE_TABLE);
    int stride = 2 * random.nextInt(NOISE_TABLE / 2) + 1;
    for (int voxel : tissue) {
      at = (at + stride) & (NOISE_TABLE - 1);
      bytes.putShort(Short.BYTES * voxel, (short) (rest[voxel] + noiseTable[at]));
    }
    for (int v = 0; v < visual.length; v++) {
      int value = Math.min(Math.max(Math.round(activity[v]), 0), Short.MAX_VALUE);
      bytes.putShort(Short.BYTES * visual[v], (short) value);
    }
    return bytes;
  }

  private boolean isTissue(int voxel) {
    double x = fromCentre(voxel % shape.nx(), shape.nx());
    double y = fromCentre(voxel / shape.nx() % shape.ny(), shape.ny());
    double z = fromCentre(voxel / shape.nx() / shape.ny(), shape.nz());
    return x * x + y * y + z * z < RADIUS * RADIUS;
  }

  private int[] hindmost(int voxels) {
    if (tissue.length < voxels) {
      throw new IllegalArgumentException(
          "a head of "
              + shape
              + " has "
              + tissue.length
              + " voxels of tissue, but "
              + voxels
              + " visual voxels are asked for; use a larger --volume-shape");
    }
    return IntStream.of(tissue)
        .boxed()
        .sorted(Comparator.comparingInt(voxel -> voxel / shape.nx() % shape.ny()))
        .limit(voxels)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** -1 to 1 from one edge of an axis to the other. */
  private static double fromCentre(int index, int size) {
    return (index + 0.5) / size * 2 - 1;
  }
}
