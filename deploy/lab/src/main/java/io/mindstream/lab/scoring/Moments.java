package io.mindstream.lab.scoring;

/** Weighted first and second moments of pairs (x, y). */
final class Moments {

  private double weight;
  private double x;
  private double y;
  private double xx;
  private double yy;
  private double xy;

  static Moments of(double[] xs, double[] ys) {
    Moments moments = new Moments();
    for (int i = 0; i < xs.length; i++) {
      moments.add(1, xs[i], ys[i]);
    }
    return moments;
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
