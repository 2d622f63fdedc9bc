package io.mindstream.imaging.registration;

import java.util.BitSet;
import java.util.Optional;

/**
 * One level of the reference's pyramid: its brain points, and what each way to move changes there.
 * All that does not depend on the volume is reckoned once (inverse composition): the volume V at
 * the moved points is fitted by {@code a * reference + b + a * sum of step * change}, so that a
 * gain a and an offset b of the scanner do no harm.
 */
final class Level {

  /** With fewer points than this share of them in the volume's grid no step is taken. */
  private static final double LEAST_INSIDE = 0.4;

  private final Freedom freedom;
  private final double[] points;
  private final double[] rows;
  private final int columns;
  private final NormalEquations whole;

  private Level(Freedom freedom, double[] points, double[] rows, int columns) {
    this.freedom = freedom;
    this.points = points;
    this.rows = rows;
    this.columns = columns;
    this.whole = new NormalEquations(columns);
    for (int from = 0; from < rows.length; from += columns) {
      whole.add(rows, from, 1);
    }
  }

  /**
   * Of an image of the reference.
   *
   * @param centre RAS+ mm that poses turn about
   * @param most points at most
   */
  static Level of(Image image, Freedom freedom, double[] centre, int most) {
    int[] voxels = BrainPoints.of(image, most);
    int columns = freedom.count() + 2;
    double[] points = new double[3 * voxels.length];
    double[] rows = new double[columns * voxels.length];
    AffineMap affine = image.grid().affine();
    AffineMap inverse = affine.inverse();
    SmoothSampler sampler = new SmoothSampler(image);
    int nx = image.grid().shape().nx();
    int ny = image.grid().shape().ny();
    for (int i = 0; i < voxels.length; i++) {
      int x = voxels[i] % nx;
      int y = voxels[i] / nx % ny;
      int z = voxels[i] / nx / ny;
      double[] point = affine.apply(x, y, z);
      for (int axis = 0; axis < 3; axis++) {
        point[axis] -= centre[axis];
        points[3 * i + axis] = point[axis];
      }
      fill(rows, columns * i, sampler.valueAndSlopes(x, y, z), inverse, freedom, point);
    }
    return new Level(freedom, points, rows, columns);
  }

  private static void fill(
      double[] rows,
      int from,
      double[] valueAndSlopes,
      AffineMap inverse,
      Freedom freedom,
      double[] point) {
    double[] slope = new double[3]; // for a mm, RAS+
    for (int i = 0; i < 3; i++) {
      for (int axis = 0; axis < 3; axis++) {
        slope[i] += valueAndSlopes[axis + 1] * inverse.at(axis, i);
      }
    }
    for (int way = 0; way < freedom.count(); way++) {
      rows[from + way] = freedom.ways().get(way).change(slope, point);
    }
    rows[from + freedom.count()] = valueAndSlopes[0];
    rows[from + freedom.count() + 1] = 1;
  }

  int size() {
    return points.length / 3;
  }

  /**
   * One step of Gauss and Newton.
   *
   * @param volume the volume's image of this level
   * @param toVoxels from a point, in mm from the centre, to the image's voxels under the pose
   * @param left points that are left out; those outside of the volume's grid are added
   * @return empty where the volume tells nothing: no contrast, or too few points in its grid
   */
  Optional<Step> step(SmoothSampler volume, AffineMap toVoxels, BitSet left) {
    LevelSums sums = sums(volume, toVoxels, left);
    if (sums.inside() < LEAST_INSIDE * size() || sums.variance() <= 0) {
      return Optional.empty();
    }
    return sums.solve()
        .filter(fitted -> fitted[freedom.count()] > 0)
        .map(fitted -> new Step(motion(fitted), sums.explained(fitted), size() - sums.inside()));
  }

  private RigidBody motion(double[] fitted) {
    double[] steps = new double[freedom.count()];
    for (int way = 0; way < steps.length; way++) {
      steps[way] = fitted[way] / fitted[freedom.count()];
    }
    return freedom.body(steps);
  }

  private LevelSums sums(SmoothSampler volume, AffineMap map, BitSet left) {
    LevelSums sums = new LevelSums(whole.copy(), columns);
    for (int i = 0; i < size(); i++) {
      double px = points[3 * i];
      double py = points[3 * i + 1];
      double pz = points[3 * i + 2];
      double x = map.at(0, 0) * px + map.at(0, 1) * py + map.at(0, 2) * pz + map.at(0, 3);
      double y = map.at(1, 0) * px + map.at(1, 1) * py + map.at(1, 2) * pz + map.at(1, 3);
      double z = map.at(2, 0) * px + map.at(2, 1) * py + map.at(2, 2) * pz + map.at(2, 3);
      if (!left.get(i) && volume.inside(x, y, z)) {
        sums.add(rows, columns * i, volume.value(x, y, z));
      } else {
        sums.leaveOut(rows, columns * i);
        left.set(i);
      }
    }
    return sums;
  }

  /**
   * What a step found.
   *
   * @param motion of the reference: its inverse comes before the pose
   * @param explained share of the volume's variance that pose, gain and offset explain
   * @param outside points that are not in the volume's grid
   */
  record Step(RigidBody motion, double explained, int outside) {}
}
