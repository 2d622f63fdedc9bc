package io.mindstream.preprocess.signal;

/** What is believed of coefficients before a run. */
interface Prior {

  /**
   * The normal matrix of a fit with this prior.
   *
   * @param normal (Q, Q) whitened products over {@code rows} volumes, the intercept first; not
   *     changed
   * @param rho the autocorrelation
   */
  double[][] added(double[][] normal, int rows, double rho);
}
