package io.mindstream.preprocess.signal;

import java.util.List;

/**
 * Mean and standard deviation (over n - 1) of each voxel over n responses.
 *
 * @param mean (V)
 * @param deviation (V)
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ResponseScale(double[] mean, double[] deviation) {

  /** With fewer, the score of a usual response has no finite variance: Student's t of 2 degrees. */
  static final int FEWEST = 4;

  /** The scale of {@link #FEWEST} responses (V) or more, in this order. */
  static ResponseScale of(List<float[]> responses) {
    if (responses.size() < FEWEST) {
      throw new IllegalStateException(
          "a scale needs " + FEWEST + " responses or more, there are " + responses.size());
    }
    double[] mean = mean(responses);
    double[] deviation = new double[mean.length];
    for (int v = 0; v < mean.length; v++) {
      double squares = 0;
      for (float[] response : responses) {
        squares += (response[v] - mean[v]) * (response[v] - mean[v]);
      }
      deviation[v] = Math.sqrt(squares / (responses.size() - 1));
    }
    return new ResponseScale(mean, deviation);
  }

  /** (V) mean of one response or more, in this order. */
  static double[] mean(List<float[]> responses) {
    double[] mean = new double[responses.get(0).length];
    for (float[] response : responses) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += response[v];
      }
    }
    for (int v = 0; v < mean.length; v++) {
      mean[v] /= responses.size();
    }
    return mean;
  }

  /** (V) a response in this scale; 0 for a voxel whose responses are all the same. */
  double[] score(double[] response) {
    double[] scores = new double[response.length];
    for (int v = 0; v < scores.length; v++) {
      scores[v] = deviation[v] > 0 ? (response[v] - mean[v]) / deviation[v] : 0;
    }
    return scores;
  }
}
