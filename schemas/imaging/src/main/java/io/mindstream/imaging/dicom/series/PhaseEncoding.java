package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.Tag;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The direction of phase encoding in the grid that is published: its x runs along DICOM's rows, its
 * y against DICOM's columns.
 */
final class PhaseEncoding {

  private PhaseEncoding() {}

  /**
   * From axis and sign.
   *
   * @param geometry holds (0018,1312)
   * @param positive 1 where phase runs with the index of DICOM, 0 where against it
   */
  static Optional<String> of(DataSet geometry, OptionalInt positive) {
    Optional<String> axis = geometry.text(Tag.PHASE_ENCODING);
    if (axis.isEmpty() || positive.isEmpty()) {
      return Optional.empty();
    }
    boolean along = positive.getAsInt() != 0;
    return Optional.of(axis.get().startsWith("COL") ? (along ? "j-" : "j") : (along ? "i" : "i-"));
  }

  /** UIH's sign has the other sense. */
  static Optional<String> ofUih(DataSet data, OptionalInt positive) {
    return positive.isEmpty()
        ? Optional.empty()
        : of(data, OptionalInt.of(positive.getAsInt() == 0 ? 1 : 0));
  }

  /** GE since version 27 says whether EPI lines are read in reverse. */
  static Optional<String> ofGe(DataSet data) {
    return data.text(Tag.PHASE_REORDERING)
        .filter(order -> order.endsWith("LINEAR"))
        .flatMap(
            order -> {
              boolean reverse = order.startsWith("REVERSE");
              boolean column =
                  data.text(Tag.PHASE_ENCODING).filter(a -> a.startsWith("COL")).isPresent();
              return of(data, OptionalInt.of(reverse == column ? 0 : 1));
            });
  }
}
