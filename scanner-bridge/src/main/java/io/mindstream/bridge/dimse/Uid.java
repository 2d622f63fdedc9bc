package io.mindstream.bridge.dimse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Unique identifiers that the listener knows (PS3.6, annex A). */
final class Uid {

  static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
  static final String VERIFICATION = "1.2.840.10008.1.1";

  /** This program's own, made of a random UUID as PS3.5 annex B.2 has it. */
  static final String IMPLEMENTATION = "2.25.87301661453934143476458453143256013429";

  static final String IMPLEMENTATION_VERSION = "MINDSTREAM_1";

  /** MR, Enhanced MR, Legacy Converted Enhanced MR Image Storage. */
  static final Set<String> STORED =
      Set.of(
          "1.2.840.10008.5.1.4.1.1.4",
          "1.2.840.10008.5.1.4.1.1.4.1",
          "1.2.840.10008.5.1.4.1.1.4.4");

  /** Little endian explicit, implicit; big endian. */
  static final List<String> UNCOMPRESSED =
      List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2");

  /** In order of liking: no pixel coding first, then lossless ones only. */
  static final List<String> TRANSFER_SYNTAXES =
      List.of(
          "1.2.840.10008.1.2.1", // explicit VR little endian
          "1.2.840.10008.1.2", // implicit VR little endian
          "1.2.840.10008.1.2.2", // explicit VR big endian
          "1.2.840.10008.1.2.1.99", // deflated explicit VR little endian
          "1.2.840.10008.1.2.5", // RLE lossless
          "1.2.840.10008.1.2.4.70", // JPEG lossless, process 14, selection value 1
          "1.2.840.10008.1.2.4.57", // JPEG lossless, process 14
          "1.2.840.10008.1.2.4.90"); // JPEG 2000 lossless

  private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final int LONGEST = 64;

  private Uid() {}

  static boolean valid(String uid) {
    return uid.length() <= LONGEST && FORM.matcher(uid).matches();
  }
}
