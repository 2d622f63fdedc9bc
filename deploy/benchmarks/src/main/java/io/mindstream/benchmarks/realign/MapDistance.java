package io.mindstream.benchmarks.realign;

import io.mindstream.imaging.registration.AffineMap;

/**
 * How far two maps of a head are apart.
 *
 * @param millimetres between where they take the grid's centre
 * @param degrees of the rotation from one to the other
 */
record MapDistance(double millimetres, double degrees) {

  static MapDistance between(AffineMap one, AffineMap other, double[] centre) {
    double[] a = one.apply(centre[0], centre[1], centre[2]);
    double[] b = other.apply(centre[0], centre[1], centre[2]);
    AffineMap turn = one.after(other.inverse());
    double x = turn.at(2, 1) - turn.at(1, 2);
    double y = turn.at(0, 2) - turn.at(2, 0);
    double z = turn.at(1, 0) - turn.at(0, 1);
    double sine = Math.min(1, length(x, y, z) / 2); // exact also for the smallest angles
    return new MapDistance(
        length(a[0] - b[0], a[1] - b[1], a[2] - b[2]), Math.toDegrees(Math.asin(sine)));
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
