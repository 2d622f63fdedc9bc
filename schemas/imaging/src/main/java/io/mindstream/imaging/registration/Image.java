package io.mindstream.imaging.registration;

import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.Arrays;

/**
 * A volume as numbers on its grid, x fastest. What is no number counts as 0, as air does.
 *
 * <p>Readers must not change the values.
 */
final class Image {

  /** An axis with fewer voxels than twice this is not reduced further. */
  private static final int LEAST_VOXELS = 4;

  /** How far above the wanted spacing blocks may be. */
  private static final double SLACK = 0.75;

  private final Grid grid;
  private final float[] values;

  private Image(Grid grid, float[] values) {
    this.grid = grid;
    this.values = values;
  }

  static Image of(StoredVoxels voxels, Grid grid) {
    if (voxels.size() != grid.shape().voxels()) {
      throw new IllegalArgumentException(
          "a volume of " + voxels.size() + " voxels is not of the grid " + grid.shape());
    }
    float[] values = new float[voxels.size()];
    for (int voxel = 0; voxel < values.length; voxel++) {
      float value = (float) voxels.value(voxel);
      values[voxel] = Float.isFinite(value) ? value : 0;
    }
    return new Image(grid, values);
  }

  Grid grid() {
    return grid;
  }

  float[] values() {
    return values;
  }

  /** The centre of what is bright, in RAS+ mm. */
  double[] middle() {
    double[] sums = new double[3];
    double weight = 0;
    int voxel = 0;
    for (int z = 0; z < grid.shape().nz(); z++) {
      for (int y = 0; y < grid.shape().ny(); y++) {
        for (int x = 0; x < grid.shape().nx(); x++) {
          double value = Math.max(0, values[voxel++]);
          sums[0] += value * x;
          sums[1] += value * y;
          sums[2] += value * z;
          weight += value;
        }
      }
    }
    return weight > 0
        ? grid.affine().apply(sums[0] / weight, sums[1] / weight, sums[2] / weight)
        : grid.centre();
  }

  /** Means of blocks, about as far apart as is wanted; this image where its voxels are. */
  Image reduced(double spacingMm) {
    int[] sizes = blockSizes(spacingMm);
    return Arrays.stream(sizes).allMatch(size -> size == 1) ? this : blocks(sizes);
  }

  /** Each voxel with its neighbours along each axis, 1 : 2 : 1; ends are repeated. */
  Image smoothed() {
    float[] smooth = values.clone();
    int stride = 1;
    for (int axis = 0; axis < 3; axis++) {
      int length = grid.length(axis);
      for (int block = 0; block < smooth.length; block += stride * length) {
        for (int line = block; line < block + stride; line++) {
          smooth(smooth, line, stride, length);
        }
      }
      stride *= length;
    }
    return new Image(grid, smooth);
  }

  private static void smooth(float[] values, int from, int stride, int length) {
    float before = values[from];
    int at = from;
    for (int i = 1; i < length; i++) {
      float own = values[at];
      values[at] = 0.25f * (before + 2 * own + values[at + stride]);
      before = own;
      at += stride;
    }
    values[at] = 0.25f * (before + 3 * values[at]);
  }

  private int[] blockSizes(double spacingMm) {
    int[] sizes = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      sizes[axis] = 1;
      while (grid.length(axis) / sizes[axis] >= 2 * LEAST_VOXELS
          && 2 * sizes[axis] * grid.spacing(axis) * SLACK <= spacingMm) {
        sizes[axis] *= 2;
      }
    }
    return sizes;
  }

  private Image blocks(int[] sizes) {
    Grid coarse = grid.blocks(sizes);
    float[] means = new float[coarse.shape().voxels()];
    float share = 1f / (sizes[0] * sizes[1] * sizes[2]);
    for (int z = 0; z < coarse.shape().nz() * sizes[2]; z++) {
      for (int y = 0; y < coarse.shape().ny() * sizes[1]; y++) {
        int to = coarse.shape().index(0, y / sizes[1], z / sizes[2]);
        int from = grid.shape().index(0, y, z);
        for (int x = 0; x < coarse.shape().nx(); x++) {
          float sum = 0;
          for (int i = 0; i < sizes[0]; i++) {
            sum += values[from++];
          }
          means[to + x] += sum * share;
        }
      }
    }
    return new Image(coarse, means);
  }
}
