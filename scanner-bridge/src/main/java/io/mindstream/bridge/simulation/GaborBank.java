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
    float[] padded = pad(luminance, pixels);
    float[] values = new float[ORIENTATIONS * grid * grid];
    for (int place = 0; place < grid * grid; place++) {
      int row = place / grid;
      int column = place % grid;
      int left = (int) ((column + 0.5) * pixels / grid);
      int top = (int) ((row + 0.5) * pixels / grid);
      for (int o = 0; o < ORIENTATIONS; o++) {
        int first = top * (pixels + 2 * radius) + left;
        values[o * grid * grid + place] = energy(padded, pixels + 2 * radius, first, o);
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

  /** The picture goes on beyond its edges with its outermost pixels, as far as a filter reaches. */
  private float[] pad(float[] luminance, int pixels) {
    int size = pixels + 2 * radius;
    float[] padded = new float[size * size];
    for (int y = 0; y < size; y++) {
      int row = Math.min(Math.max(y - radius, 0), pixels - 1) * pixels;
      for (int x = 0; x < size; x++) {
        padded[y * size + x] = luminance[row + Math.min(Math.max(x - radius, 0), pixels - 1)];
      }
    }
    return padded;
  }

  /** Energy at one place; {@code first} is the pixel under the filter's first weight. */
  private float energy(float[] padded, int size, int first, int orientation) {
    float[] evenWeights = even[orientation];
    float[] oddWeights = odd[orientation];
    int width = 2 * radius + 1;
    float evenSum = 0;
    float oddSum = 0;
    int weight = 0;
    for (int y = 0; y < width; y++) {
      int row = first + y * size;
      for (int x = 0; x < width; x++) {
        float value = padded[row + x];
        evenSum += evenWeights[weight] * value;
        oddSum += oddWeights[weight++] * value;
      }
    }
    return (float) Math.sqrt(evenSum * evenSum + oddSum * oddSum);
  }
}
