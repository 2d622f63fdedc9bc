package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One of the objects that an image was cut into, a concatenation (PS3.3, 7.5.1).
 *
 * @param concatenation UID that all parts share
 * @param number of the part, origin 1
 * @param total how many parts there are, where the object tells
 * @param offset frames before this part's first; empty where the object does not tell
 * @param frames of this part
 */
record ImagePart(
    DicomObject object,
    String concatenation,
    int number,
    OptionalInt total,
    OptionalInt offset,
    int frames) {

  /**
   * Empty for an object that is an image of its own.
   *
   * @throws io.mindstream.imaging.dicom.DicomException where it does not say which part it is
   */
  static Optional<ImagePart> of(DicomObject object) {
    DataSet data = object.data();
    Optional<String> uid = data.text(Tag.CONCATENATION);
    if (uid.isEmpty() || data.items(Tag.FRAME_GROUPS).isEmpty()) {
      return Optional.empty();
    }
    int number =
        data.integer(Tag.IN_CONCATENATION_NUMBER)
            .orElseThrow(
                () ->
                    object.problem(
                        Tag.IN_CONCATENATION_NUMBER,
                        "lacks: nobody knows which part of its image the object is"));
    return Optional.of(
        new ImagePart(
            object,
            uid.get(),
            number,
            data.integer(Tag.IN_CONCATENATION_TOTAL),
            data.integer(Tag.CONCATENATION_OFFSET),
            data.items(Tag.FRAME_GROUPS).size()));
  }
}
