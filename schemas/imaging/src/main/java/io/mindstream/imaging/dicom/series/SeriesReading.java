package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.schemas.checksum.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads what an object says of its series as a whole.
 *
 * @param object any of the series
 */
record SeriesReading(DicomObject object) {

  DataSet data() {
    return object.data();
  }

  Vendor vendor() {
    return Vendor.of(data().text(Tag.MANUFACTURER).orElse(""));
  }

  SeriesKey key() {
    return key(data());
  }

  /**
   * Which series an image is of.
   *
   * @param echo holds the echo time: some number no echoes
   */
  SeriesKey key(DataSet echo) {
    String uid = uid().orElseThrow(() -> object.problem(Tag.SERIES, "lacks; no series, no volume"));
    long tenths = Math.round(10 * echoTime(echo).orElse(0));
    return new SeriesKey(uid, data().integer(Tag.ECHO_NUMBER).orElse(1), tenths);
  }

  private Optional<String> uid() {
    return data().text(Tag.SERIES);
  }

  /** In ms. */
  private static OptionalDouble echoTime(DataSet echo) {
    OptionalDouble effective = echo.number(Tag.EFFECTIVE_ECHO_TIME);
    return effective.isPresent() ? effective : echo.number(Tag.ECHO_TIME);
  }

  String instance() {
    return data()
        .text(Tag.SOP_INSTANCE)
        .orElseThrow(() -> object.problem(Tag.SOP_INSTANCE, "lacks; it could come twice unseen"));
  }

  /**
   * The facts.
   *
   * @param timing holds TR and flip angle
   * @param echo holds the echo time
   * @param measures holds the slices' spacing
   * @param phase see {@link SeriesFacts#phaseEncoding}
   */
  SeriesFacts facts(DataSet timing, DataSet echo, DataSet measures, Optional<String> phase) {
    DataSet data = data();
    return new SeriesFacts(
        vendor(),
        data.text(Tag.MODEL).orElse(""),
        data.joined(Tag.SOFTWARE),
        data.integer(Tag.SERIES_NUMBER),
        data.text(Tag.SERIES_DESCRIPTION).orElse(""),
        data.text(Tag.PROTOCOL).orElse(""),
        data.integer(Tag.ECHO_NUMBER).orElse(1),
        repetitionTime(timing),
        milliseconds(echoTime(echo)),
        timing.number(Tag.FLIP_ANGLE),
        data.number(Tag.FIELD_STRENGTH),
        data.text(Tag.ACQUISITION_TYPE).filter("3D"::equals).isPresent(),
        phase,
        identity(),
        spacing(measures));
  }

  private long identity() {
    String hash = Sha256.hex(uid().orElse("").getBytes(StandardCharsets.UTF_8));
    return Long.parseUnsignedLong(hash.substring(0, Long.BYTES * 2), 16);
  }

  /** The facts of an object without functional groups. */
  SeriesFacts facts(Optional<String> phase) {
    return facts(data(), data(), data(), phase);
  }

  private OptionalDouble repetitionTime(DataSet timing) {
    OptionalDouble seconds = milliseconds(timing.number(Tag.REPETITION_TIME));
    OptionalDouble delay = data().number(data().privateTag(PrivateTag.GE_GROUP_DELAY));
    boolean delayed = vendor() == Vendor.GE && delay.isPresent() && delay.getAsDouble() > 0;
    return delayed && seconds.isPresent()
        ? OptionalDouble.of(seconds.getAsDouble() + delay.getAsDouble())
        : seconds;
  }

  /** Some write the gap where the spacing belongs: then the thickness is larger. */
  private static OptionalDouble spacing(DataSet measures) {
    double spacing = measures.number(Tag.SLICE_SPACING).orElse(0);
    double larger = Math.max(spacing, measures.number(Tag.SLICE_THICKNESS).orElse(0));
    return larger > 0 ? OptionalDouble.of(larger) : OptionalDouble.empty();
  }

  private static OptionalDouble milliseconds(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0
        ? OptionalDouble.of(value.getAsDouble() / 1000)
        : OptionalDouble.empty();
  }
}
