package io.mindstream.imaging.nifti;

import java.util.OptionalDouble;

/**
 * The time from one volume to the next as a header has it.
 *
 * @param stored pixdim[4]
 * @param unit of xyzt_units
 */
public record HeaderTime(double stored, Unit unit) {

  private static final int BITS = 0x38;

  /** What the fourth axis is measured in. */
  public enum Unit {
    /** The header names none. */
    NONE(1, "no unit"),
    /** NIFTI_UNITS_SEC. */
    SECONDS(1, "s"),
    /** NIFTI_UNITS_MSEC. */
    MILLISECONDS(1e3, "ms"),
    /** NIFTI_UNITS_USEC. */
    MICROSECONDS(1e6, "us"),
    /** Hz, ppm or rad/s: the fourth axis is not time. */
    OTHER(Double.POSITIVE_INFINITY, "no unit of time (Hz, ppm or rad/s)");

    private final double ofOneSecond;
    private final String words;

    Unit(double ofOneSecond, String words) {
      this.ofOneSecond = ofOneSecond;
      this.words = words;
    }
  }

  /** A header that says seconds. */
  static HeaderTime ofSeconds(OptionalDouble seconds) {
    return new HeaderTime(seconds.orElse(0), Unit.SECONDS);
  }

  static HeaderTime of(HeaderFields fields) {
    Unit unit =
        switch (fields.xyztUnits() & BITS) {
          case 0 -> Unit.NONE;
          case 8 -> Unit.SECONDS;
          case 16 -> Unit.MILLISECONDS;
          case 24 -> Unit.MICROSECONDS;
          default -> Unit.OTHER;
        };
    return new HeaderTime(fields.pixdim()[4], unit);
  }

  /** TR in seconds, no unit meaning seconds; empty where it is no positive number of any. */
  public OptionalDouble seconds() {
    double seconds = stored / unit.ofOneSecond;
    return seconds > 0 && Double.isFinite(seconds)
        ? OptionalDouble.of(seconds)
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return "pixdim[4] = " + Decimal.text(stored) + ", " + unit.words;
  }
}
