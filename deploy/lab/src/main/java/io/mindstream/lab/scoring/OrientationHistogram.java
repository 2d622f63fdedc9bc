package io.mindstream.lab.scoring;

import io.mindstream.imaging.picture.RgbImage;

/**
 * Features of a picture that do not depend on its colours: histograms of gradient orientation,
 * after Dalal and Triggs (CVPR 2005). 8 x 8 cells, 9 unsigned orientations, each vote shared
 * between the four cells and two orientations around it, each cell divided by the energy of its 3 x
 * 3 neighbours and the picture's mean: a plain ground's faint grain stays faint.
 */
final class OrientationHistogram {

  private static final int SIZE = SmoothedPicture.SIZE;
  private static final int GRID = 8;
  private static final int BINS = 9;

  /** F, how many a picture has. */
  static final int FEATURES = GRID * GRID * BINS;

  private final double[][][] cells = new double[GRID][GRID][BINS];

  private OrientationHistogram(SmoothedPicture picture) {
    for (int row = 1; row < SIZE - 1; row++) {
      for (int column = 1; column < SIZE - 1; column++) {
        vote(picture, row, column);
      }
    }
  }

  /** Features of a picture (F). */
  static double[] of(RgbImage image) {
    return new OrientationHistogram(new SmoothedPicture(image)).normalised();
  }

  /** The channel with the steepest gradient votes, so that equal luminance hides no edge. */
  private void vote(SmoothedPicture picture, int row, int column) {
    double dx = 0;
    double dy = 0;
    for (int channel = 0; channel < 3; channel++) {
      double cx = picture.level(row, column + 1, channel) - picture.level(row, column - 1, channel);
      double cy = picture.level(row + 1, column, channel) - picture.level(row - 1, column, channel);
      if (cx * cx + cy * cy > dx * dx + dy * dy) {
        dx = cx;
        dy = cy;
      }
    }
    double angle = Math.atan2(dy, dx) / Math.PI; // -1 to 1
    double bin = (angle - Math.floor(angle)) * BINS;
    spread(
        (row + 0.5) / SIZE * GRID - 0.5,
        (column + 0.5) / SIZE * GRID - 0.5,
        bin,
        Math.hypot(dx, dy));
  }

  private void spread(double y, double x, double bin, double weight) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    int first = (int) Math.floor(bin);
    for (int corner = 0; corner < 8; corner++) {
      int row = top + (corner & 1);
      int column = left + (corner >> 1 & 1);
      if (row < 0 || row >= GRID || column < 0 || column >= GRID) {
        continue;
      }
      int orientation = first + (corner >> 2);
      double share =
          (1 - Math.abs(y - row)) * (1 - Math.abs(x - column)) * (1 - Math.abs(bin - orientation));
      cells[row][column][orientation % BINS] += weight * share;
    }
  }

  private double[] normalised() {
    double[] features = new double[FEATURES];
    double mean = Math.sqrt(energy(0, GRID - 1, 0, GRID - 1) / (GRID * GRID)) + 1e-9;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double size = Math.sqrt(energyAround(row, column)) + mean;
        for (int bin = 0; bin < BINS; bin++) {
          features[(row * GRID + column) * BINS + bin] = Math.sqrt(cells[row][column][bin] / size);
        }
      }
    }
    return features;
  }

  private double energyAround(int row, int column) {
    return energy(
        Math.max(0, row - 1),
        Math.min(GRID - 1, row + 1),
        Math.max(0, column - 1),
        Math.min(GRID - 1, column + 1));
  }

  private double energy(int top, int bottom, int left, int right) {
    double energy = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        for (double votes : cells[y][x]) {
          energy += votes * votes;
        }
      }
    }
    return energy;
  }
}
