package io.mindstream.bridge.simulation;

/**
 * Gabor energy: for each place and orientation the square root of even response squared plus odd
 * response squared (Adelson and Bergen 1985), as models of V1 use it (Kay et al. 2008).
 */
final class GaborBank {

  private static final int ORIENTATIONS = 4;

  private final int radius;
  private final int grid;
  private final float[][] even = new float[ORIENTATIONS][];
  private final float[][] odd = new float[ORIENTATIONS][];

  /**
   * Filters of one wavelength.
   *
   * @param wavelength pixels a cycle; the envelope's standard deviation is half of it
   * @param grid places along each axis
   */
  GaborBank(double wavelength, int grid) {
    this.radius = (int) Math.ceil(wavelength);
    this.grid = grid;
    for (int o = 0; o < ORIENTATIONS; o++) {
      even[o] = filter(wavelength, Math.PI * o / ORIENTATIONS, 0);
      odd[o] = filter(wavelength, Math.PI * o / ORIENTATIONS, Math.PI / 2);
    }
  }

  /** Energy (orientation, row, column) of a square luminance picture, P x P. */
  FeatureMap energy(float[] luminance, int pixels) {
    float[] values = new float[ORIENTATIONS * grid * grid];
    for (int place = 0; place < grid * grid; place++) {
      int row = place / grid;
      int column = place % grid;
      int x = (int) ((column + 0.5) * pixels / grid);
      int y = (int) ((row + 0.5) * pixels / grid);
      for (int o = 0; o < ORIENTATIONS; o++) {
        double e = respond(luminance, pixels, x, y, even[o]);
        double d = respond(luminance, pixels, x, y, odd[o]);
        values[o * grid * grid + place] = (float) Math.sqrt(e * e + d * d);
      }
    }
    return new FeatureMap(grid, ORIENTATIONS, values);
  }

  /** A filter whose sum is 0, so that flat ground gives nothing. */
  private float[] filter(double wavelength, double angle, double phase) {
    int size = 2 * radius + 1;
    float[] weights = new float[size * size];
    double sigma = wavelength / 2;
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      int x = i % size - radius;
      int y = i / size - radius;
      double along = x * Math.cos(angle) + y * Math.sin(angle);
      double envelope = Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
      weights[i] = (float) (envelope * Math.cos(2 * Math.PI * along / wavelength + phase));
      mean += weights[i] / weights.length;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= (float) mean;
    }
    return weights;
  }

  /** The picture goes on beyond its edges with its outermost pixels. */
  private double respond(float[] luminance, int pixels, int cx, int cy, float[] weights) {
    double sum = 0;
    int i = 0;
    for (int dy = -radius; dy <= radius; dy++) {
      int row = Math.min(Math.max(cy + dy, 0), pixels - 1) * pixels;
      for (int dx = -radius; dx <= radius; dx++) {
        sum += weights[i++] * luminance[row + Math.min(Math.max(cx + dx, 0), pixels - 1)];
      }
    }
    return sum;
  }
}
