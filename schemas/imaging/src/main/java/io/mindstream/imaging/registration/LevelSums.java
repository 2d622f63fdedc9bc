package io.mindstream.imaging.registration;

import java.util.Optional;

/** What one pass over the points of a level adds up. For one thread. */
final class LevelSums {

  private final NormalEquations equations;
  private final double[] products;
  private double squares;
  private int inside;

  /**
   * Nothing added yet.
   *
   * @param equations of all points; becomes this one's own
   * @param columns of them; the last is 1 for each point
   */
  LevelSums(NormalEquations equations, int columns) {
    this.equations = equations;
    this.products = new double[columns];
  }

  /** A point with its value in the volume; its row begins at an index. */
  void add(double[] rows, int from, double value) {
    for (int column = 0; column < products.length; column++) {
      products[column] += rows[from + column] * value;
    }
    squares += value * value;
    inside++;
  }

  /** A point that is not in the volume. */
  void leaveOut(double[] rows, int from) {
    equations.add(rows, from, -1);
  }

  /** How many points had a value. */
  int inside() {
    return inside;
  }

  /** The coefficients of the columns; empty where many would do. */
  Optional<double[]> solve() {
    return equations.solve(products);
  }

  /** Sum of squares about the mean; the last column is 1, so its product is the sum. */
  double variance() {
    double sum = products[products.length - 1];
    return squares - sum * sum / inside;
  }

  /** Share of the variance that the coefficients explain. */
  double explained(double[] fitted) {
    double fit = 0;
    for (int column = 0; column < fitted.length; column++) {
      fit += fitted[column] * products[column];
    }
    return Math.max(0, Math.min(1, 1 - (squares - fit) / variance()));
  }
}
