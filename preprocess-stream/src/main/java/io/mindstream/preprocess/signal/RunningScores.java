package io.mindstream.preprocess.signal;

/**
 * How unusual a trial's response is among those of the run before it: {@code (x - mean) / sd} a
 * voxel, mean and standard deviation (with n - 1) over the responses given until then. Causal:
 * later ones change nothing. Sums as in {@link io.mindstream.preprocess.normalise.RunningBaseline}.
 */
public final class RunningScores {

  private final double[] mean; // (V)
  private final double[] squares; // (V) sum of (x - mean)^2
  private int given;

  /** Scores of {@code voxels} = V voxels, before the first response. */
  public RunningScores(int voxels) {
    this.mean = new double[voxels];
    this.squares = new double[voxels];
  }

  /** How many responses were given; fewer than 2 scale nothing. */
  public int given() {
    return given;
  }

  /**
   * The score of a response, as it would be if it were given now.
   *
   * @param response (V), read only
   * @return (V) as a new array; the response itself where fewer than 2 were given; 0 for a voxel
   *     whose responses were all the same
   */
  public float[] score(float[] response) {
    float[] scores = response.clone();
    if (given < 2) {
      return scores;
    }
    for (int v = 0; v < scores.length; v++) {
      double deviation = Math.sqrt(squares[v] / (given - 1));
      scores[v] = deviation > 0 ? (float) ((response[v] - mean[v]) / deviation) : 0;
    }
    return scores;
  }

  /** Counts a response among those before the next one. */
  public void give(float[] response) {
    given++;
    for (int v = 0; v < mean.length; v++) {
      double delta = response[v] - mean[v];
      mean[v] += delta / given;
      squares[v] += delta * (response[v] - mean[v]);
    }
  }
}
