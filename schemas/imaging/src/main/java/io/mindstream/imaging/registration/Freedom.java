package io.mindstream.imaging.registration;

import java.util.List;

/**
 * The ways in which a body may move, each as a translation and a rotation vector (RAS+, mm and
 * radians). All six, or within the plane of the slices where a grid has too few of them to tell
 * more.
 */
record Freedom(List<Twist> ways) {

  /** Fewer slices say nothing of motion across them. */
  private static final int LEAST_SLICES = 4;

  /**
   * One way to move.
   *
   * @param shift mm for a step of 1; three numbers
   * @param turn radians for a step of 1; three numbers
   */
  record Twist(List<Double> shift, List<Double> turn) {

    /** What a small step changes at a point, times the slope there. */
    double change(double[] slope, double[] point) {
      double moved = 0;
      for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3;
        int k = (i + 2) % 3;
        double moment = point[j] * slope[k] - point[k] * slope[j];
        moved += slope[i] * shift.get(i) + turn.get(i) * moment;
      }
      return moved;
    }
  }

  private static final List<Double> NONE = List.of(0.0, 0.0, 0.0);
  private static final Freedom ALL =
      new Freedom(
          List.of(
              new Twist(List.of(1.0, 0.0, 0.0), NONE),
              new Twist(List.of(0.0, 1.0, 0.0), NONE),
              new Twist(List.of(0.0, 0.0, 1.0), NONE),
              new Twist(NONE, List.of(1.0, 0.0, 0.0)),
              new Twist(NONE, List.of(0.0, 1.0, 0.0)),
              new Twist(NONE, List.of(0.0, 0.0, 1.0))));

  /** All, or those in the plane of a thin grid. */
  static Freedom of(Grid grid) {
    for (int axis = 2; axis >= 0; axis--) {
      if (grid.length(axis) < LEAST_SLICES) {
        return inPlane(grid.affine(), (axis + 1) % 3, (axis + 2) % 3);
      }
    }
    return ALL;
  }

  private static Freedom inPlane(AffineMap affine, int first, int second) {
    double[] u = unit(column(affine, first));
    double[] v = column(affine, second);
    double[] normal = unit(cross(u, v));
    return new Freedom(
        List.of(
            new Twist(boxed(u), NONE),
            new Twist(boxed(cross(normal, u)), NONE),
            new Twist(NONE, boxed(normal))));
  }

  int count() {
    return ways.size();
  }

  /** The motion of a step along all ways; exact for rotations of any size. */
  RigidBody body(double[] steps) {
    double[] shift = new double[3];
    double[] turn = new double[3];
    for (int way = 0; way < count(); way++) {
      for (int i = 0; i < 3; i++) {
        shift[i] += steps[way] * ways.get(way).shift().get(i);
        turn[i] += steps[way] * ways.get(way).turn().get(i);
      }
    }
    return RigidBody.of(Rotation.ofVector(turn), shift);
  }

  private static double[] column(AffineMap affine, int axis) {
    return new double[] {affine.at(0, axis), affine.at(1, axis), affine.at(2, axis)};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }

  private static List<Double> boxed(double[] v) {
    return List.of(v[0], v[1], v[2]);
  }
}
