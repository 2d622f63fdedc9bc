package io.mindstream.schemas.fmri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one scanner run as BIDS entities, for example {@code
 * sub-01_ses-02_task-viewing_run-03}. Its text is the key of every scanner topic, so that one run
 * stays on one partition and in order.
 *
 * @param subject BIDS label after {@code sub-}
 * @param session BIDS label after {@code ses-}, where there is one
 * @param task BIDS label after {@code task-}
 * @param run BIDS index after {@code run-}, kept as text ({@code 03} and {@code 3} are different
 *     names), where there is one
 */
public record RunId(String subject, Optional<String> session, String task, Optional<String> run) {

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern TEXT =
      Pattern.compile(
          "sub-([A-Za-z0-9]+)(?:_ses-([A-Za-z0-9]+))?_task-([A-Za-z0-9]+)(?:_run-([0-9]+))?");

  /** Checks that every label is letters and digits, as BIDS asks. */
  public RunId {
    requireLabel("sub", subject);
    session.ifPresent(label -> requireLabel("ses", label));
    requireLabel("task", task);
    run.ifPresent(label -> requireLabel("run", label));
  }

  /**
   * Reads a run id from its text.
   *
   * @throws IllegalArgumentException where the text has another form; the message shows the right
   *     one
   */
  public static RunId parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a run id; it must look like sub-01_ses-02_task-viewing_run-03 (ses and run may lack)");
    }
    return new RunId(
        matcher.group(1),
        Optional.ofNullable(matcher.group(2)),
        matcher.group(3),
        Optional.ofNullable(matcher.group(4)));
  }

  /** The entities joined by underscores, in BIDS order. */
  @Override
  public String toString() {
    List<String> entities = new ArrayList<>();
    entities.add("sub-" + subject);
    session.ifPresent(label -> entities.add("ses-" + label));
    entities.add("task-" + task);
    run.ifPresent(label -> entities.add("run-" + label));
    return String.join("_", entities);
  }

  private static void requireLabel(String entity, String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "BIDS label '" + entity + "-" + label + "' must be letters and digits only");
    }
  }
}
