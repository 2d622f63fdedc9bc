package io.mindstream.lab.scoring;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Features whose products are about a Gaussian kernel: cosines along random directions, after
 * Rahimi and Recht (NIPS 2007). A linear classifier of these bends as the kernel does. Always the
 * same directions.
 */
final class KernelFeatures {

  /** How many: on drawings that nothing was fitted to, half as many again name few more. */
  static final int COUNT = 1000;

  private static final long SEED = 1;

  private final double[][] directions; // (F, COUNT)
  private final double[] phases = new double[COUNT]; // radians

  /**
   * Draws the directions.
   *
   * @param features F, of the rows that are mapped
   * @param width of the kernel, its standard deviation in the units of those rows
   */
  KernelFeatures(int features, double width) {
    SplittableRandom random = new SplittableRandom(SEED);
    directions = new double[features][COUNT];
    for (double[] direction : directions) {
      Arrays.setAll(direction, i -> random.nextGaussian() / width);
    }
    Arrays.setAll(phases, i -> 2 * Math.PI * random.nextDouble());
  }

  /** Features (COUNT) of a row (F), -1 to 1. */
  double[] of(double[] row) {
    double[] features = phases.clone();
    for (int f = 0; f < row.length; f++) {
      double value = row[f];
      double[] along = directions[f];
      for (int i = 0; i < COUNT; i++) {
        features[i] += value * along[i];
      }
    }
    Arrays.setAll(features, i -> Math.cos(features[i]));
    return features;
  }
}
