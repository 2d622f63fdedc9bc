package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import java.util.OptionalDouble;

/**
 * Value of a voxel = slope * stored + intercept.
 *
 * <p>Philips scales each image for display; its scale slope (2005,100E) undoes that, so that values
 * of one session compare: value = (stored * RS + RI) / (RS * SS). Where it lacks, and for all other
 * vendors, the rescale slope and intercept of the standard hold.
 */
record Rescale(double slope, double intercept) {

  /**
   * Reads the scaling.
   *
   * @param standard holds slope and intercept of the standard
   * @param own holds Philips' scale slope
   */
  static Rescale of(Vendor vendor, DataSet standard, DataSet own) {
    double slope = standard.number(Tag.SLOPE).orElse(1);
    double intercept = standard.number(Tag.INTERCEPT).orElse(0);
    slope = slope == 0 ? 1 : slope;
    OptionalDouble scale =
        vendor == Vendor.PHILIPS
            ? own.number(own.privateTag(PrivateTag.PHILIPS_SCALE))
            : OptionalDouble.empty();
    if (scale.isPresent() && scale.getAsDouble() > 0) {
      // In single precision, as a NIfTI header carries it.
      float factor = (float) slope * (float) scale.getAsDouble();
      return new Rescale((float) slope / factor, (float) intercept / factor);
    }
    return new Rescale(slope, intercept);
  }
}
