package io.mindstream.bridge.dimse;

/** Names of application entities (PS3.5, VR AE). */
final class AeTitle {

  private static final int LONGEST = 16;

  private AeTitle() {}

  /**
   * The title without the blanks around it.
   *
   * @throws IllegalArgumentException where it is none
   */
  static String require(String title) {
    String stripped = title.strip();
    if (!valid(stripped)) {
      throw new IllegalArgumentException(
          "'"
              + title
              + "' is no AE title; it has 1 to 16 printable ASCII characters and no backslash");
    }
    return stripped;
  }

  static boolean valid(String title) {
    return !title.isEmpty()
        && title.length() <= LONGEST
        && title.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\');
  }
}
