package io.mindstream.bridge.push;

import io.mindstream.schemas.fmri.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names runs after their series: {@code task-{protocol}}, {@code ses-{session}_task-{description}}.
 * What the template does not name is the operator's own, the subject always.
 *
 * @param entities labels with placeholders, by {@code ses}, {@code task}, {@code run}
 */
public record RunTemplate(Map<String, String> entities) {

  /** What stands for something, for help texts. */
  public static final String PLACEHOLDERS =
      "{protocol}, {description}, {series}, {session}, {task} and {run}";

  private static final Pattern ENTITY = Pattern.compile("([a-z]+)-(.+)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> NAMED = List.of("ses", "task", "run");
  private static final Set<String> KNOWN =
      Set.of("protocol", "description", "series", "session", "task", "run");

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException where it is none, or names a person
   */
  public static RunTemplate parse(String text) {
    Map<String, String> entities = new LinkedHashMap<>();
    for (String part : text.split("_(?=[a-z]+-)", -1)) {
      Matcher entity = ENTITY.matcher(part);
      if (!entity.matches()) {
        throw wrong(text, "'" + part + "' is no entity");
      }
      requirePlaceholders(text, entity.group(2));
      if (entity.group(1).equals("sub")) {
        throw subject(text);
      }
      if (!NAMED.contains(entity.group(1)) || entities.containsKey(entity.group(1))) {
        throw wrong(text, "'" + entity.group(1) + "' is none of ses, task, run, each at most once");
      }
      entities.put(entity.group(1), entity.group(2));
    }
    return new RunTemplate(Map.copyOf(entities));
  }

  private static void requirePlaceholders(String text, String label) {
    Matcher placeholders = PLACEHOLDER.matcher(label);
    while (placeholders.find()) {
      String name = placeholders.group(1).toLowerCase(Locale.ROOT);
      if (name.startsWith("sub") || name.contains("patient") || name.startsWith("person")) {
        throw subject(text);
      }
      if (!KNOWN.contains(name)) {
        throw wrong(text, "'{" + placeholders.group(1) + "}' stands for nothing");
      }
    }
    if (placeholders.replaceAll("").matches(".*[^A-Za-z0-9].*")) {
      throw wrong(text, "labels are letters, digits and placeholders");
    }
  }

  private static IllegalArgumentException subject(String text) {
    return new IllegalArgumentException(
        "the name '"
            + text
            + "' asks for the person: what the scanner knows of whom it scans is never read, the"
            + " subject comes from the operator; give --subject 01, and a name such as"
            + " task-{protocol}");
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException(
        "the name '%s': %s; it is for example ses-{session}_task-{protocol}_run-{run}, of %s"
            .formatted(text, what, PLACEHOLDERS));
  }

  /**
   * The name of a series' run; where a label comes out empty, as where a scanner tells no protocol,
   * the operator's stands.
   *
   * @param operator the operator's labels, and the number that {run} stands for
   */
  RunId name(RunId operator, PushedSeries series) {
    return new RunId(
        operator.subject(),
        label("ses", operator, series).or(operator::session),
        label("task", operator, series).orElse(operator.task()),
        label("run", operator, series).or(operator::run));
  }

  private Optional<String> label(String entity, RunId operator, PushedSeries series) {
    String template = entities.getOrDefault(entity, "");
    String filled =
        PLACEHOLDER
            .matcher(template)
            .replaceAll(
                found ->
                    SeriesLabel.of(
                        entity, value(found.group(1).toLowerCase(Locale.ROOT), operator, series)));
    return Optional.of(filled).filter(text -> !text.isEmpty());
  }

  private static String value(String placeholder, RunId operator, PushedSeries series) {
    return switch (placeholder) {
      case "protocol" -> series.protocol();
      case "description" -> series.description();
      case "series" -> series.number().isPresent() ? "" + series.number().getAsInt() : "";
      case "session" -> operator.session().orElse("");
      case "task" -> operator.task();
      default -> operator.run().orElse("");
    };
  }
}
