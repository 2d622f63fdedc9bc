package io.mindstream.preprocess.signal;

/** Clips a volume to what was seen before it. */
final class SpikeLimit {

  private static final double DEVIATIONS = 4;
  private static final int FEWEST = 8; // volumes that tell a spread

  private SpikeLimit() {}

  /**
   * Values within 4 standard deviations of the mean of the volumes so far; fewer than 8 volumes
   * limit none.
   *
   * @param products whose first column is the intercept
   * @param values (V), read only
   */
  static float[] limited(RunningProducts products, float[] values) {
    int n = products.rows();
    if (n < FEWEST) {
      return values;
    }
    ModelProducts seen = products.select(1);
    float[] limited = values.clone();
    for (int v = 0; v < limited.length; v++) {
      double mean = seen.all().xy(0, v) / n;
      double width = DEVIATIONS * Math.sqrt(Math.max(0, seen.all().yy(v) / n - mean * mean));
      double centre = seen.origin()[v] + mean;
      limited[v] = (float) Math.max(centre - width, Math.min(centre + width, limited[v]));
    }
    return limited;
  }
}
