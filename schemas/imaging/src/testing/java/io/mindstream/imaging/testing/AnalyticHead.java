package io.mindstream.imaging.testing;

import io.mindstream.imaging.registration.AffineMap;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.imaging.registration.RigidBody;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A head as a function of place, so that it can be scanned anywhere without interpolation: brain,
 * dark skull, thin bright scalp, and soft blobs inside. Millimetres are counted from its middle.
 */
public final class AnalyticHead {

  private static final double BRAIN = 700;
  private static final double SCALP = 420;
  private static final double AIR = 8;

  /** Of the step from one tissue to the next, in mm. */
  private static final double EDGE_MM = 1.5;

  private static final int NUMBERS = 5;
  private static final int BLOBS = 80;

  private final double[] blobs = new double[NUMBERS * BLOBS];

  /** A head; another seed is another head. */
  public AnalyticHead(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < blobs.length; i += NUMBERS) {
      blobs[i] = random.nextDouble(-50, 50);
      blobs[i + 1] = random.nextDouble(-65, 65);
      blobs[i + 2] = random.nextDouble(-42, 42);
      blobs[i + 3] = random.nextDouble(4, 12);
      blobs[i + 4] = random.nextDouble(-260, 260);
    }
  }

  /** Voxels of one size, the origin in the grid's middle; thin grids lie through the head. */
  public static Grid grid(VolumeShape shape, double mm) {
    return new Grid(
        shape,
        AffineMap.of(
            List.of(
                -mm,
                0.,
                0.,
                mm * (shape.nx() - 1) / 2,
                0.,
                mm,
                0.,
                -mm * (shape.ny() - 1) / 2,
                0.,
                0.,
                mm,
                -mm * (shape.nz() - 1) / 2)));
  }

  /** The signal at a place. */
  public double at(double x, double y, double z) {
    double inner = distance(x, y, z, 60, 78, 54);
    double outer = distance(x, y, z, 70, 88, 64);
    double scalp = distance(x, y, z, 66, 84, 60);
    double value = AIR + SCALP * (inside(outer) - inside(scalp));
    double brain = inside(inner);
    return brain < 1e-6 ? value : value + brain * (BRAIN + blobs(x, y, z));
  }

  private double blobs(double x, double y, double z) {
    double sum = 0;
    for (int i = 0; i < blobs.length; i += NUMBERS) {
      double dx = x - blobs[i];
      double dy = y - blobs[i + 1];
      double dz = z - blobs[i + 2];
      double squares = (dx * dx + dy * dy + dz * dz) / (2 * blobs[i + 3] * blobs[i + 3]);
      sum += squares < 18 ? blobs[i + 4] * Math.exp(-squares) : 0;
    }
    return sum;
  }

  /** From an ellipsoid's surface in about mm, negative inside. */
  private static double distance(double x, double y, double z, double a, double b, double c) {
    double r = Math.sqrt(x * x / (a * a) + y * y / (b * b) + z * z / (c * c));
    return (r - 1) * Math.min(a, Math.min(b, c));
  }

  private static double inside(double distance) {
    return 1 / (1 + Math.exp(Math.min(40, 4 * distance / EDGE_MM)));
  }

  /**
   * A scan of the head after it moved.
   *
   * @param pose turns about the middle of the grid, from where the head lay in the reference
   * @param gain of the receiver, 1 for none
   * @param noise standard deviation, in the units of the signal (brain: 700)
   */
  public StoredVoxels scan(Grid grid, RigidBody pose, double gain, double noise, long seed) {
    return scan(grid, pose.about(grid.centre()), gain, noise, seed);
  }

  /** The same for any map from where the head lay, in RAS+ mm, to where it lies. */
  public StoredVoxels scan(Grid grid, AffineMap moved, double gain, double noise, long seed) {
    VolumeShape shape = grid.shape();
    AffineMap back = moved.inverse().after(grid.affine());
    Random random = new Random(seed);
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * shape.voxels()).order(ByteOrder.LITTLE_ENDIAN);
    for (int z = 0; z < shape.nz(); z++) {
      for (int y = 0; y < shape.ny(); y++) {
        for (int x = 0; x < shape.nx(); x++) {
          double signal = gain * voxel(back, x, y, z) + noise * random.nextGaussian();
          bytes.putShort((short) Math.round(signal));
        }
      }
    }
    return new StoredVoxels(shape, StoredVoxels.Type.INT16, 1, 0, bytes.flip());
  }

  /** The mean over a voxel, of eight places in it: a scanner's voxel has an extent. */
  private double voxel(AffineMap back, int x, int y, int z) {
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      double[] place =
          back.apply(
              x - 0.25 + 0.5 * (corner & 1),
              y - 0.25 + 0.5 * (corner >> 1 & 1),
              z - 0.25 + 0.5 * (corner >> 2));
      sum += at(place[0], place[1], place[2]);
    }
    return sum / 8;
  }
}
