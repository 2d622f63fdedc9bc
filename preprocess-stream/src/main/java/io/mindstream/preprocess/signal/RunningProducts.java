package io.mindstream.preprocess.signal;

import java.util.Arrays;

/**
 * All that a linear model needs of a run's volumes so far, whatever the autocorrelation of its
 * noise. Its size does not grow with the run.
 *
 * <p>With noise of lag-1 autocorrelation rho, a volume right after another one is whitened to
 * {@code x(t) - rho x(t-1)}, and the first of a stretch without gaps to {@code sqrt(1 - rho^2)
 * x(t)} (Prais, Winsten, Cowles Commission Discussion Paper 383, 1954). Products of whitened rows
 * are {@code A - rho L + rho^2 (A - E)}: A over all volumes, L over all pairs of neighbours, each
 * way, E over the first and the last volume of each stretch. So A, L and E are kept, and any rho
 * can be applied later.
 *
 * <p>Voxels are taken relative to the run's first volume, which the intercept undoes: so a mean
 * that is large against the spread costs no digits.
 */
final class RunningProducts {

  private final boolean lagged;
  private final Moments all;
  private final Moments pairs;
  private final Moments ends;
  private double[] lastX;
  private double[] lastY;
  private double[] y;
  private float[] origin = {};
  private int lastIndex;
  private int rows;

  /**
   * Products of no volumes yet.
   *
   * @param lagged whether noise may be autocorrelated; without, a third is kept
   */
  RunningProducts(int columns, int voxels, boolean lagged) {
    this.lagged = lagged;
    this.all = new Moments(columns, voxels);
    this.pairs = new Moments(lagged ? columns : 0, lagged ? voxels : 0);
    this.ends = new Moments(lagged ? columns : 0, lagged ? voxels : 0);
    this.lastX = new double[columns];
    this.lastY = new double[voxels];
    this.y = new double[voxels];
  }

  int columns() {
    return all.columns();
  }

  /** How many volumes were added. */
  int rows() {
    return rows;
  }

  /** How many numbers are kept. */
  long size() {
    return all.size() + pairs.size() + ends.size();
  }

  /** Has one more column from now on, which was 0 until now; returns its position. */
  int addColumn() {
    int columns = columns() + 1;
    all.grow(columns);
    if (lagged) {
      pairs.grow(columns);
      ends.grow(columns);
    }
    lastX = Arrays.copyOf(lastX, columns);
    return columns - 1;
  }

  /** Adds a column to another one, and empties it. */
  void mergeColumn(int from, int to) {
    all.merge(from, to);
    if (lagged) {
      pairs.merge(from, to);
      ends.merge(from, to);
    }
    lastX[to] += lastX[from];
    lastX[from] = 0;
  }

  /**
   * Adds a volume; they come in order.
   *
   * @param x (C) its row of the design, kept
   * @param values (V), read only
   */
  void add(int index, double[] x, float[] values) {
    if (rows == 0) {
      origin = values.clone();
    }
    for (int v = 0; v < y.length; v++) {
      y[v] = (double) values[v] - origin[v];
    }
    all.add(x, y);
    if (lagged) {
      addLagged(index, x);
    }
    double[] free = lastY;
    lastY = y;
    y = free;
    lastX = x;
    lastIndex = index;
    rows++;
  }

  private void addLagged(int index, double[] x) {
    if (rows > 0 && index == lastIndex + 1) {
      pairs.addPair(x, y, lastX, lastY);
      return;
    }
    if (rows > 0) {
      ends.add(lastX, lastY);
    }
    ends.add(x, y);
  }

  /**
   * What a design knows of the volumes so far: the first columns here as they are, then sums of
   * others.
   *
   * @param first how many
   * @param sums for each column after them, those here that it is the sum of
   */
  ModelProducts select(int first, int[]... sums) {
    int[][] groups = new int[first + sums.length][];
    for (int c = 0; c < first; c++) {
      groups[c] = new int[] {c};
    }
    System.arraycopy(sums, 0, groups, first, sums.length);
    return select(groups);
  }

  private ModelProducts select(int[][] groups) {
    double[] last = new double[groups.length];
    for (int i = 0; i < groups.length; i++) {
      for (int column : groups[i]) {
        last[i] += lastX[column];
      }
    }
    Moments none = new Moments(0, 0);
    return new ModelProducts(
        all.select(groups),
        lagged ? pairs.select(groups) : none,
        lagged ? ends.select(groups) : none,
        last,
        lastY,
        origin,
        rows);
  }
}
