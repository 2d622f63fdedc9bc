package io.mindstream.decoder.array;

/**
 * What MinD-Vis does to ROI vectors before its encoder: wrap padding to whole patches and
 * normalisation by two scalars, all in float64 (arXiv 2211.06956 and its public code).
 */
public final class FmriPreprocessing {

  /**
   * The two scalars of normalisation.
   *
   * @param mean over all elements
   * @param sd population standard deviation over all elements
   */
  public record Statistics(double mean, double sd) {}

  private FmriPreprocessing() {}

  /**
   * Voxels of a padded vector: {@code V0 + (P - V0 mod P)}. A vector that already is a whole number
   * of patches grows by one patch too: the checkpoints were trained so.
   *
   * @param voxels V0, at least 1
   * @param patchSize P
   */
  public static int paddedVoxels(int voxels, int patchSize) {
    return voxels + patchSize - voxels % patchSize;
  }

  /** Pads each row to whole patches by its own beginning; see {@link #paddedVoxels}. */
  public static DoubleArray pad(DoubleArray matrix, int patchSize) {
    return wrapTo(matrix, paddedVoxels(matrix.columns(), patchSize));
  }

  /**
   * Lengthens each row with copies of itself, periodically.
   *
   * @param columns wanted, not fewer than there are
   */
  public static DoubleArray wrapTo(DoubleArray matrix, int columns) {
    double[] wrapped = new double[Math.multiplyExact(matrix.rows(), columns)];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        wrapped[row * columns + column] = matrix.at(row, column % matrix.columns());
      }
    }
    return new DoubleArray(wrapped, matrix.rows(), columns);
  }

  /** Mean and standard deviation of all elements, in two passes. */
  public static Statistics statistics(DoubleArray matrix) {
    double mean = PairwiseSum.of(matrix.values(), value -> value) / matrix.values().length;
    double squares = PairwiseSum.of(matrix.values(), value -> (value - mean) * (value - mean));
    return new Statistics(mean, Math.sqrt(squares / matrix.values().length));
  }

  /**
   * Each element less the mean, over the standard deviation.
   *
   * @throws UnusableArrayException where the standard deviation is 0 or not a number
   */
  public static DoubleArray normalise(DoubleArray matrix, Statistics statistics) {
    requireSpread(statistics);
    double[] normalised = matrix.values().clone();
    for (int i = 0; i < normalised.length; i++) {
      normalised[i] = (normalised[i] - statistics.mean()) / statistics.sd();
    }
    return new DoubleArray(normalised, matrix.rows(), matrix.columns());
  }

  /**
   * Checks that vectors can be normalised.
   *
   * @throws UnusableArrayException where the standard deviation is 0 or not a number
   */
  public static void requireSpread(Statistics statistics) {
    if (!(statistics.sd() > 0) || !Double.isFinite(statistics.sd())) {
      throw new UnusableArrayException(
          "the vectors cannot be normalised: their standard deviation is "
              + statistics.sd()
              + ". Check that they hold finite numbers that differ.");
    }
  }

  /** Pads to whole patches, then normalises by the padded matrix's own statistics. */
  public static DoubleArray padAndNormalise(DoubleArray matrix, int patchSize) {
    DoubleArray padded = pad(matrix, patchSize);
    return normalise(padded, statistics(padded));
  }
}
