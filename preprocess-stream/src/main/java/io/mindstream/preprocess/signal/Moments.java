package io.mindstream.preprocess.signal;

import java.util.Arrays;

/**
 * Sums of products over volumes: of design columns with each other, with each voxel, and of each
 * voxel with itself. Letters: C columns, V voxels.
 */
final class Moments {

  private final int voxels;
  private double[][] xx; // (C, C), symmetric
  private double[][] xy; // (C, V)
  private final double[] yy; // (V)

  /** Sums over no volumes yet. */
  Moments(int columns, int voxels) {
    this(new double[columns][columns], new double[columns][voxels], new double[voxels]);
  }

  private Moments(double[][] xx, double[][] xy, double[] yy) {
    this.voxels = yy.length;
    this.xx = xx;
    this.xy = xy;
    this.yy = yy;
  }

  int columns() {
    return xx.length;
  }

  /** How many numbers are kept. */
  long size() {
    return (long) columns() * (columns() + voxels) + voxels;
  }

  double xx(int a, int b) {
    return xx[a][b];
  }

  double xy(int column, int voxel) {
    return xy[column][voxel];
  }

  double yy(int voxel) {
    return yy[voxel];
  }

  /** Has {@code columns} columns from now on; new ones are 0. */
  void grow(int columns) {
    int before = columns();
    xx = Arrays.copyOf(xx, columns);
    xy = Arrays.copyOf(xy, columns);
    for (int c = 0; c < columns; c++) {
      xx[c] = c < before ? Arrays.copyOf(xx[c], columns) : new double[columns];
      xy[c] = c < before ? xy[c] : new double[voxels];
    }
  }

  /** Adds the products of a volume with itself. */
  void add(double[] x, double[] y) {
    for (int c = 0; c < x.length; c++) {
      if (x[c] != 0) {
        addScaled(xx[c], x[c], x);
        addScaled(xy[c], x[c], y);
      }
    }
    for (int v = 0; v < voxels; v++) {
      yy[v] += y[v] * y[v];
    }
  }

  /** Adds the products of two volumes, each way. */
  void addPair(double[] x, double[] y, double[] otherX, double[] otherY) {
    for (int c = 0; c < x.length; c++) {
      if (x[c] != 0 || otherX[c] != 0) {
        addScaled(xx[c], x[c], otherX, otherX[c], x);
        addScaled(xy[c], x[c], otherY, otherX[c], y);
      }
    }
    for (int v = 0; v < voxels; v++) {
      yy[v] += 2 * y[v] * otherY[v];
    }
  }

  /** Adds a column to another one, and empties it. */
  void merge(int from, int to) {
    addScaled(xy[to], 1, xy[from]);
    Arrays.fill(xy[from], 0);
    addScaled(xx[to], 1, xx[from]);
    for (double[] row : xx) {
      row[to] += row[from];
      row[from] = 0;
    }
    Arrays.fill(xx[from], 0);
  }

  /**
   * The sums of another design, each of whose columns is a sum of columns here.
   *
   * @param groups for each of its columns, the columns here
   * @return for reading, as long as nothing is added here
   */
  Moments select(int[][] groups) {
    double[][] products = new double[groups.length][groups.length];
    double[][] withVoxels = new double[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      withVoxels[i] = groups[i].length == 1 ? xy[groups[i][0]] : new double[voxels];
      for (int a : groups[i]) {
        if (groups[i].length != 1) {
          addScaled(withVoxels[i], 1, xy[a]);
        }
        for (int j = 0; j < groups.length; j++) {
          for (int b : groups[j]) {
            products[i][j] += xx[a][b];
          }
        }
      }
    }
    return new Moments(products, withVoxels, yy);
  }

  private static void addScaled(double[] sums, double scale, double[] values) {
    for (int v = 0; v < sums.length; v++) {
      sums[v] += scale * values[v];
    }
  }

  private static void addScaled(double[] sums, double p, double[] a, double q, double[] b) {
    for (int v = 0; v < sums.length; v++) {
      sums[v] += p * a[v] + q * b[v];
    }
  }
}
