package io.mindstream.lab.scoring;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One-vs-rest ridge regression: each class is regressed on the features as +1 against -1, features
 * centred and scaled by the training rows, intercept not penalised. The class with the highest
 * prediction wins. Solved in the smaller of the two spaces, rows or features.
 *
 * <p>Letters: N rows, F features, C classes.
 */
public final class RidgeClassifier {

  private final double[] mean; // (F)
  private final double[] scale; // (F)
  private final RealMatrix weights; // (F, C)
  private final double[] intercept; // (C)

  private RidgeClassifier(double[] mean, double[] scale, RealMatrix weights, double[] intercept) {
    this.mean = mean;
    this.scale = scale;
    this.weights = weights;
    this.intercept = intercept;
  }

  /**
   * Fits a classifier.
   *
   * @param rows (N, F)
   * @param labels (N), 0 to C - 1
   * @param classes C
   * @param penalty above 0, relative to N
   */
  public static RidgeClassifier fit(double[][] rows, int[] labels, int classes, double penalty) {
    double[] mean = new double[rows[0].length];
    double[] scale = new double[rows[0].length];
    measure(rows, mean, scale);
    RealMatrix x = new BlockRealMatrix(standardised(rows, mean, scale));
    double[] intercept = new double[classes];
    RealMatrix y = targets(labels, intercept);
    double lambda = penalty * rows.length;
    RealMatrix weights =
        rows.length < mean.length
            ? x.transpose().multiply(solve(x.multiply(x.transpose()), lambda, y))
            : solve(x.transpose().multiply(x), lambda, x.transpose().multiply(y));
    return new RidgeClassifier(mean, scale, weights, intercept);
  }

  /** A row (F) as the classifier takes it; a new array. */
  public static double[] row(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(f -> values[f]).toArray();
  }

  /** Prediction of each class (C) for a row (F): about 1 for its own, -1 for the others. */
  public double[] scores(double[] row) {
    double[] scores = intercept.clone();
    for (int f = 0; f < row.length; f++) {
      double value = (row[f] - mean[f]) / scale[f];
      for (int c = 0; c < scores.length; c++) {
        scores[c] += value * weights.getEntry(f, c);
      }
    }
    return scores;
  }

  /** The class with the highest score. */
  public int classify(double[] row) {
    return highest(scores(row));
  }

  /** How many rows get their label. */
  public int right(double[][] rows, int[] labels) {
    int right = 0;
    for (int i = 0; i < rows.length; i++) {
      right += classify(rows[i]) == labels[i] ? 1 : 0;
    }
    return right;
  }

  /** Share of rows that get their label. */
  public double accuracy(double[][] rows, int[] labels) {
    return (double) right(rows, labels) / rows.length;
  }

  /** Index of the highest of some scores, the first of equals. */
  public static int highest(double[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  private static RealMatrix solve(RealMatrix gram, double lambda, RealMatrix right) {
    for (int i = 0; i < gram.getRowDimension(); i++) {
      gram.addToEntry(i, i, lambda);
    }
    return new CholeskyDecomposition(gram, 1e-9, 0).getSolver().solve(right);
  }

  /** Centred targets (N, C); their means are the intercepts. */
  private static RealMatrix targets(int[] labels, double[] intercept) {
    RealMatrix y = MatrixUtils.createRealMatrix(labels.length, intercept.length);
    for (int c = 0; c < intercept.length; c++) {
      for (int label : labels) {
        intercept[c] += (label == c ? 1.0 : -1.0) / labels.length;
      }
      for (int i = 0; i < labels.length; i++) {
        y.setEntry(i, c, (labels[i] == c ? 1 : -1) - intercept[c]);
      }
    }
    return y;
  }

  private static void measure(double[][] rows, double[] mean, double[] scale) {
    for (double[] row : rows) {
      for (int f = 0; f < mean.length; f++) {
        mean[f] += row[f] / rows.length;
      }
    }
    for (double[] row : rows) {
      for (int f = 0; f < mean.length; f++) {
        scale[f] += (row[f] - mean[f]) * (row[f] - mean[f]) / rows.length;
      }
    }
    for (int f = 0; f < mean.length; f++) {
      scale[f] = scale[f] > 1e-18 ? Math.sqrt(scale[f]) : 1;
    }
  }

  private static double[][] standardised(double[][] rows, double[] mean, double[] scale) {
    double[][] standardised = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int f = 0; f < mean.length; f++) {
        standardised[i][f] = (rows[i][f] - mean[f]) / scale[f];
      }
    }
    return standardised;
  }
}
