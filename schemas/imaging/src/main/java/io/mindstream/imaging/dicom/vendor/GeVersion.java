package io.mindstream.imaging.dicom.vendor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GE's software version.
 *
 * @param major such as 27.0 of {@code RX27.0_R03_1831.a}
 * @param release such as 3
 */
public record GeVersion(double major, int release) {

  private static final Pattern TEXT =
      Pattern.compile("[A-Z]{2}(\\d{1,3}\\.\\d)_(?:EA|R(\\d{1,2}))");

  /** Reads (0018,1020); version 0 where it has another form. */
  public static GeVersion parse(String software) {
    Matcher match = TEXT.matcher(software);
    if (!match.find()) {
      return new GeVersion(0, 0);
    }
    String release = match.group(2);
    return new GeVersion(
        Double.parseDouble(String.valueOf(match.group(1))),
        release == null ? 0 : Integer.parseInt(release));
  }

  /** True from 27.0 R03 on, which orders simultaneous slices otherwise. */
  public boolean reordersBands() {
    return major >= 27.1 || (major >= 27 && release >= 3);
  }
}
