package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;

/** Reads where slices lie. */
final class Placement {

  private static final double UNIT = 0.02;

  private Placement() {}

  /**
   * The grid of an object's slices.
   *
   * @param orientation holds (0020,0037)
   * @param measures holds (0028,0030)
   */
  static SliceGrid grid(
      DicomObject object, DataSet orientation, DataSet measures, int columns, int rows) {
    double[] o = required(object, orientation, Tag.ORIENTATION, 6);
    double[] spacing = required(object, measures, Tag.PIXEL_SPACING, 2);
    Vec across = unit(object, Vec.of(o, 0));
    Vec down = unit(object, Vec.of(o, 3));
    if (Math.abs(across.dot(down)) > UNIT) {
      throw object.problem(Tag.ORIENTATION, "has rows and columns that are not at right angles");
    }
    if (!(spacing[0] > 0) || !(spacing[1] > 0)) {
      throw object.problem(Tag.PIXEL_SPACING, "must be above 0");
    }
    return new SliceGrid(columns, rows, across, down, spacing[1], spacing[0]);
  }

  static Vec position(DicomObject object, DataSet data) {
    return Vec.of(required(object, data, Tag.POSITION, 3), 0);
  }

  private static Vec unit(DicomObject object, Vec direction) {
    double length = direction.length();
    if (!(Math.abs(length - 1) < UNIT)) {
      throw object.problem(Tag.ORIENTATION, "holds no unit vectors");
    }
    return direction.times(1 / length);
  }

  private static double[] required(DicomObject object, DataSet data, int tag, int count) {
    double[] numbers = data.numbers(tag);
    if (numbers.length < count) {
      throw new DicomException(
          object.name(), tag, "lacks or is not " + count + " numbers; the volume has no place");
    }
    return numbers;
  }
}
