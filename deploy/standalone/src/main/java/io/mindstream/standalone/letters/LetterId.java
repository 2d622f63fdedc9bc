package io.mindstream.standalone.letters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one dead letter: its place in the topic of dead letters. Its text is {@code 0/42}.
 *
 * @param partition of the topic of dead letters
 * @param offset in that partition
 */
public record LetterId(int partition, long offset) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,18})");

  /**
   * Reads an id from its text.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static LetterId parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' names no dead letter; take one from 'dead-letters list', such as 0/42");
    }
    return new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return partition + "/" + offset;
  }
}
