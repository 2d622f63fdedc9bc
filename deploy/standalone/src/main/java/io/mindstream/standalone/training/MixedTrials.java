package io.mindstream.standalone.training;

import io.mindstream.decoder.evaluation.RidgeClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trials between the recorded ones: mixtures of two with noise, each of the category that a ridge
 * classifier of the recorded trials gives it. From a few dozen trials a network learns the trials;
 * from these it learns the classifier's boundaries, which hold for later runs far better. N trials,
 * V voxels.
 *
 * @param vectors (N, V); owned by this record
 * @param types (N), BIDS trial_type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MixedTrials(float[][] vectors, List<String> types) {

  /** Chosen by leaving out two of Haxby's runs 1 to 8 at a time. */
  private static final double PENALTY = 0.1;

  private static final double LARGEST_SHARE = 1;

  /** Of the noise, in root mean squares of the recorded vectors. */
  private static final double LARGEST_NOISE = 1;

  /**
   * As many mixtures as there are trials.
   *
   * @param recorded (N, V), not changed
   * @param types (N) of the recorded
   */
  static MixedTrials of(float[][] recorded, List<String> types, SplittableRandom random) {
    List<String> known = types.stream().distinct().sorted().toList();
    double[][] rows = Arrays.stream(recorded).map(MixedTrials::doubles).toArray(double[][]::new);
    int[] labels = types.stream().mapToInt(known::indexOf).toArray();
    RidgeClassifier teacher = RidgeClassifier.fit(rows, labels, known.size(), PENALTY);
    double size = rootMeanSquare(rows);
    double[][] mixed = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] other = rows[random.nextInt(rows.length)];
      double share = LARGEST_SHARE * random.nextDouble();
      double noise = LARGEST_NOISE * size * random.nextDouble();
      mixed[i] = rows[i].clone();
      for (int v = 0; v < other.length; v++) {
        mixed[i][v] += share * (other[v] - rows[i][v]) + noise * random.nextGaussian();
      }
    }
    return new MixedTrials(
        Arrays.stream(mixed).map(MixedTrials::floats).toArray(float[][]::new),
        Arrays.stream(mixed).map(row -> known.get(teacher.classify(row))).toList());
  }

  private static double rootMeanSquare(double[][] rows) {
    return Math.sqrt(
        Arrays.stream(rows)
            .flatMapToDouble(Arrays::stream)
            .map(value -> value * value)
            .average()
            .orElse(0));
  }

  private static double[] doubles(float[] row) {
    double[] doubles = new double[row.length];
    for (int v = 0; v < row.length; v++) {
      doubles[v] = row[v];
    }
    return doubles;
  }

  private static float[] floats(double[] row) {
    float[] floats = new float[row.length];
    for (int v = 0; v < row.length; v++) {
      floats[v] = (float) row[v];
    }
    return floats;
  }
}
