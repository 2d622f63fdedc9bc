package io.mindstream.preprocess.signal;

/**
 * Principal components of vectors as they come: candid covariance-free incremental PCA (Weng,
 * Zhang, Hwang, IEEE Transactions on Pattern Analysis and Machine Intelligence 25, 2003), without
 * amnesia. Each component grows out of its own past, so that its sign and scale stay. A vector
 * costs O(k M).
 */
final class IncrementalPca {

  private final double[][] components; // (k, M), their length is the variance
  private int seen;

  /** No vectors of {@code dimensions} = M numbers yet. */
  IncrementalPca(int count, int dimensions) {
    this.components = new double[count][dimensions];
  }

  /** How many components there are, k. */
  int count() {
    return components.length;
  }

  /**
   * Writes the scores of a vector on the components as they are now into {@code x} from {@code at}
   * on; 0 on those of which nothing is known.
   *
   * @param values (M), read only
   */
  void score(double[] values, double[] x, int at) {
    double[] rest = values.clone();
    for (int i = 0; i < components.length; i++) {
      x[at + i] = takeOut(components[i], rest);
    }
  }

  /**
   * Learns from a vector.
   *
   * @param values (M), used up
   */
  void learn(double[] values) {
    if (dot(values, values) == 0) {
      return;
    }
    seen++;
    for (int i = 0; i < Math.min(seen, components.length); i++) {
      double[] component = components[i];
      double length = Math.sqrt(dot(component, component));
      double pull = length == 0 ? 1 : dot(values, component) / length / seen;
      double keep = length == 0 ? 0 : (seen - 1.0) / seen;
      for (int m = 0; m < component.length; m++) {
        component[m] = keep * component[m] + pull * values[m];
      }
      takeOut(component, values);
    }
  }

  /** Removes a direction from {@code values}; returns how much there was. */
  private static double takeOut(double[] direction, double[] values) {
    double length = Math.sqrt(dot(direction, direction));
    if (length == 0) {
      return 0;
    }
    double score = dot(values, direction) / length;
    for (int m = 0; m < values.length; m++) {
      values[m] -= score / length * direction[m];
    }
    return score;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int m = 0; m < a.length; m++) {
      sum += a[m] * b[m];
    }
    return sum;
  }
}
