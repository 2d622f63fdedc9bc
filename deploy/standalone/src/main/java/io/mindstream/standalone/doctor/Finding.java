package io.mindstream.standalone.doctor;

/**
 * What was found of one thing.
 *
 * @param level how bad it is
 * @param what the thing, a word or two
 * @param text what was found and, unless all is well, what to do
 */
public record Finding(Level level, String what, String text) {

  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** It may be meant so. */
    NOTE,
    /** It does not work so. */
    BAD
  }

  static Finding ok(String what, String text) {
    return new Finding(Level.OK, what, text);
  }

  static Finding note(String what, String text) {
    return new Finding(Level.NOTE, what, text);
  }

  static Finding bad(String what, String text) {
    return new Finding(Level.BAD, what, text);
  }
}
