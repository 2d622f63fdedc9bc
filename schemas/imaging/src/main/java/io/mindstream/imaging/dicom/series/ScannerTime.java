package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.Tag;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of DICOM (PS3.5, 6.2: DA, TM, DT) in microseconds. */
final class ScannerTime {

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2})(\\d{2}):?(\\d{2}):?(\\d{2})?(?:\\.(\\d{1,9}))?"
              + "(?:[+-]\\d{4})?");
  private static final String NO_DATE = "19700101";

  private ScannerTime() {}

  /** When a classic object was acquired, local time; empty where it does not tell. */
  static OptionalLong acquired(DataSet data) {
    OptionalLong whole = of(data.text(Tag.ACQUISITION_DATE_TIME).orElse(""));
    if (whole.isPresent()) {
      return whole;
    }
    return of(
        data.text(Tag.ACQUISITION_DATE).or(() -> data.text(Tag.CONTENT_DATE)).orElse(NO_DATE)
            + data.text(Tag.ACQUISITION_TIME).orElse(""));
  }

  /** Microseconds since 1970-01-01 of a local date and time; empty where it is none. */
  static OptionalLong of(String text) {
    Matcher match = DATE_TIME.matcher(text.strip());
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              part(match, 1),
              part(match, 2),
              part(match, 3),
              part(match, 4),
              part(match, 5),
              Math.min(59, part(match, 6)));
      return OptionalLong.of(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + micros(match));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static int part(Matcher match, int group) {
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long micros(Matcher match) {
    String digits = match.group(7);
    return digits == null ? 0 : Long.parseLong((digits + "000000").substring(0, 6));
  }
}
