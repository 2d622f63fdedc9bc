package io.mindstream.imaging.nifti;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of headers for people: six digits, without the noise of single precision. */
public final class Decimal {

  private static final MathContext DIGITS = new MathContext(6);

  private Decimal() {}

  /** For example {@code 0.8} for 0.800000011920929. */
  public static String text(double value) {
    return Double.isFinite(value) && value != 0
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : Double.isFinite(value) ? "0" : String.valueOf(value);
  }
}
