package io.mindstream.imaging.picture;

/** How alike two pictures of one size are. */
public final class PictureSimilarity {

  private static final int RADIUS = 5;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double[] WINDOW = window();

  private PictureSimilarity() {}

  /** Whether a picture is large enough to be compared with another of its size. */
  public static boolean comparable(RgbImage picture) {
    return Math.min(picture.width(), picture.height()) > 2 * RADIUS;
  }

  /** Pearson's correlation over all pixels and colours; 0 where a picture has one colour. */
  public static double pixelCorrelation(RgbImage a, RgbImage b) {
    requireSameSize(a, b);
    return PairStatistics.of(levels(a), levels(b)).correlation();
  }

  /**
   * Structural similarity of the luminances (Wang et al., IEEE Transactions on Image Processing 13,
   * 2004): Gaussian window of 11 x 11 pixels, standard deviation 1.5, K1 0.01, K2 0.03, mean over
   * the windows that lie inside.
   *
   * @throws IllegalArgumentException where a side is shorter than 11 pixels
   */
  public static double ssim(RgbImage a, RgbImage b) {
    requireSameSize(a, b);
    if (!comparable(a)) {
      throw new IllegalArgumentException("structural similarity needs 11 x 11 pixels or more");
    }
    double[] x = luminance(a);
    double[] y = luminance(b);
    double sum = 0;
    for (int row = RADIUS; row < a.height() - RADIUS; row++) {
      for (int column = RADIUS; column < a.width() - RADIUS; column++) {
        sum += similarity(x, y, row, column, a.width());
      }
    }
    return sum / ((double) (a.height() - 2 * RADIUS) * (a.width() - 2 * RADIUS));
  }

  private static double similarity(double[] x, double[] y, int row, int column, int width) {
    PairStatistics pairs = new PairStatistics();
    for (int dy = -RADIUS; dy <= RADIUS; dy++) {
      for (int dx = -RADIUS; dx <= RADIUS; dx++) {
        int at = (row + dy) * width + column + dx;
        pairs.add(WINDOW[dy + RADIUS] * WINDOW[dx + RADIUS], x[at], y[at]);
      }
    }
    return (2 * pairs.meanX() * pairs.meanY() + C1)
        * (2 * pairs.covariance() + C2)
        / ((pairs.meanX() * pairs.meanX() + pairs.meanY() * pairs.meanY() + C1)
            * (pairs.varianceX() + pairs.varianceY() + C2));
  }

  /** Luminance of each pixel by ITU-R BT.601, 0 to 1. */
  public static double[] luminance(RgbImage image) {
    double[] luminance = new double[image.width() * image.height()];
    byte[] rgb = image.rgb();
    for (int i = 0; i < luminance.length; i++) {
      luminance[i] =
          (0.299 * (rgb[3 * i] & 0xff)
                  + 0.587 * (rgb[3 * i + 1] & 0xff)
                  + 0.114 * (rgb[3 * i + 2] & 0xff))
              / 255;
    }
    return luminance;
  }

  private static double[] levels(RgbImage image) {
    double[] levels = new double[image.rgb().length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (image.rgb()[i] & 0xff) / 255.0;
    }
    return levels;
  }

  private static double[] window() {
    double[] window = new double[2 * RADIUS + 1];
    double sum = 0;
    for (int i = 0; i < window.length; i++) {
      window[i] = Math.exp(-(i - RADIUS) * (i - RADIUS) / (2 * SIGMA * SIGMA));
      sum += window[i];
    }
    for (int i = 0; i < window.length; i++) {
      window[i] /= sum;
    }
    return window;
  }

  private static void requireSameSize(RgbImage a, RgbImage b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException(
          "a picture of %d x %d cannot be compared with one of %d x %d"
              .formatted(a.width(), a.height(), b.width(), b.height()));
    }
  }
}
