package io.mindstream.preprocess.signal;

/**
 * What is believed of a common response: as if one more trial had been seen, that had none. So the
 * few volumes after a run's first trials, which each part of the response explains alone, are not
 * all taken for it.
 *
 * @param nuisance what is believed of the columns before it
 * @param first the response's first column; it has all from there on
 */
record ResponsePrior(Prior nuisance, int first) implements Prior {

  @Override
  public double[][] added(double[][] normal, int rows, double rho) {
    double[][] sum = nuisance.added(normal, rows, rho);
    for (int part = first; part < sum.length; part++) {
      sum[part][part] += 1;
    }
    return sum;
  }
}
