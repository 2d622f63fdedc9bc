package io.mindstream.bridge.push;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a BIDS label of what a technician typed at a scanner. */
final class SeriesLabel {

  private SeriesLabel() {}

  /**
   * Letters and digits of the text; of one that has the entity itself, as {@code
   * func_task-faces_run-02} has a task, that one's. Of a run digits alone.
   *
   * @param entity task, for example
   */
  static String of(String entity, String text) {
    Matcher own = Pattern.compile("(?:^|_)" + entity + "-([A-Za-z0-9]+)").matcher(text);
    String label = own.find() ? own.group(1) : text;
    return label.replaceAll(entity.equals("run") ? "[^0-9]" : "[^A-Za-z0-9]", "");
  }
}
