package io.mindstream.preprocess.signal;

/** How slow changes of a voxel that no trial caused are modelled. */
public sealed interface Drift {

  /**
   * Polynomials in time.
   *
   * @param order highest power, 0 (no drift) to 5
   */
  record Polynomial(int order) implements Drift {

    /** Checks the order. */
    public Polynomial {
      if (order < 0 || order > 5) {
        throw new IllegalArgumentException("drift is poly0 to poly5, got poly" + order);
      }
    }
  }

  /**
   * Cosines below a frequency, as in SPM: a high-pass filter. They need the run's length; where it
   * is not known, polynomials of order {@link #ORDER_OF_UNKNOWN_LENGTH} are taken instead.
   *
   * @param hertz the filter's cut-off, above 0, at most 0.1; 1/128 is usual
   */
  record Cosine(double hertz) implements Drift {

    /** Checks the cut-off. */
    public Cosine {
      if (!(hertz > 0 && hertz <= 0.1)) {
        throw new IllegalArgumentException(
            "drift is a cut-off above 0 and up to 0.1 Hz, or poly0 to poly5, got " + hertz);
      }
    }
  }

  /** Order of the polynomials where cosines are asked for and the run's length is not known. */
  int ORDER_OF_UNKNOWN_LENGTH = 3;
}
