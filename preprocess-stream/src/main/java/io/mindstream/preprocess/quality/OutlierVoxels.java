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
  private int added;

  /** Adds one volume (N), which stays the caller's but must not change any more. */
  void add(float[] values) {
    volumes[added % WINDOW] = values;
    added++;
  }

  /** The share of the newest volume's voxels that are outliers; null where there is no voxel. */
  @Nullable Double share() {
    float[] newest = volumes[(added - 1) % WINDOW];
    int n = Math.min(added, WINDOW);
    double alpha = -GAUSS.inverseCumulativeProbability(EXPECTED / n);
    double[] series = new double[n];
    int outliers = 0;
    for (int v = 0; v < newest.length; v++) {
      if (isOutlier(newest[v], series, v, alpha * Math.sqrt(Math.PI / 2))) {
        outliers++;
      }
    }
    return newest.length == 0 ? null : (double) outliers / newest.length;
  }

  private boolean isOutlier(double value, double[] series, int voxel, double width) {
    for (int i = 0; i < series.length; i++) {
      series[i] = volumes[i][voxel];
    }
    double median = medianOf(series);
    for (int i = 0; i < series.length; i++) {
      series[i] = Math.abs(series[i] - median);
    }
    double deviation = medianOf(series);
    return deviation > 0 && Math.abs(value - median) > width * deviation;
  }

  /** Sorts. So few values sort faster than a library's median copies and selects them. */
  private static double medianOf(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
