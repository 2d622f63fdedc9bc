package io.mindstream.imaging.picture;

/** Weighted means, variances and covariance of pairs (x, y). */
final class PairStatistics {

  private double weight;
  private double x;
  private double y;
  private double xx;
  private double yy;
  private double xy;

  static PairStatistics of(double[] xs, double[] ys) {
    PairStatistics pairs = new PairStatistics();
    for (int i = 0; i < xs.length; i++) {
      pairs.add(1, xs[i], ys[i]);
    }
    return pairs;
  }

  void add(double w, double px, double py) {
    weight += w;
    x += w * px;
    y += w * py;
    xx += w * px * px;
    yy += w * py * py;
    xy += w * px * py;
  }

  double meanX() {
    return x / weight;
  }

  double meanY() {
    return y / weight;
  }

  double varianceX() {
    return xx / weight - meanX() * meanX();
  }

  double varianceY() {
    return yy / weight - meanY() * meanY();
  }

  double covariance() {
    return xy / weight - meanX() * meanY();
  }

  /** Pearson's correlation, 0 where one of both does not vary. */
  double correlation() {
    double spread = varianceX() * varianceY();
    return spread > 1e-24 ? covariance() / Math.sqrt(spread) : 0;
  }
}
