package io.mindstream.preprocess.quality;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Outlier voxels by the rule of AFNI's 3dToutcount: |v - trend| > alpha * sqrt(pi / 2) * MAD, where
 * the trend is the voxel's median (its default, polort 0), MAD its median absolute deviation, alpha
 * = qginv(0.001 / n), the value that a Gaussian variable exceeds with that probability. A voxel
 * whose MAD is 0 is none.
 *
 * <p>AFNI looks at a whole run. This looks at the last n volumes, the newest among them, at most
 * 64: what is to come is not known, and a drift does not widen the band for ever.
 */
final class OutlierVoxels {

  private static final int WINDOW = 64;
  private static final double EXPECTED = 0.001;
  private static final NormalDistribution GAUSS = new NormalDistribution(null, 0, 1);

  private final float[][] volumes = new float[WINDOW][]; // (n, N), a ring
  private SortedSeries[] series = {}; // (N)
  private int added;

  /** Adds one volume (N), which stays the caller's but must not change any more. */
  void add(float[] values) {
    if (added == 0) {
      series = new SortedSeries[values.length];
      Arrays.setAll(series, v -> new SortedSeries(WINDOW));
    }
    float[] oldest = volumes[added % WINDOW];
    for (int v = 0; v < values.length; v++) {
      if (added >= WINDOW) {
        series[v].replace(oldest[v], values[v]);
      } else {
        series[v].add(values[v]);
      }
    }
    volumes[added % WINDOW] = values;
    added++;
  }

  /** The share of the newest volume's voxels that are outliers; null where there is no voxel. */
  @Nullable Double share() {
    float[] newest = volumes[(added - 1) % WINDOW];
    double alpha = -GAUSS.inverseCumulativeProbability(EXPECTED / Math.min(added, WINDOW));
    double width = alpha * Math.sqrt(Math.PI / 2);
    int outliers = 0;
    for (int v = 0; v < newest.length; v++) {
      if (series[v].isOutlier(newest[v], width)) {
        outliers++;
      }
    }
    return newest.length == 0 ? null : (double) outliers / newest.length;
  }
}
