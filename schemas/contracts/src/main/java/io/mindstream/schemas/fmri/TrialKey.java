package io.mindstream.schemas.fmri;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One trial of one run. Its text, {@code RUN/trial-0007}, is the key of every decoder topic, so
 * that the trials of one run spread over all workers; it is also the folder of the trial's objects
 * in the store.
 *
 * @param runId text of the {@link RunId}
 * @param trialIndex position among the run's trials, origin 0
 */
public record TrialKey(String runId, int trialIndex) {

  private static final Pattern TEXT = Pattern.compile("([^/]+)/trial-(\\d{4,9})");

  /** Checks that the run has a name and that the index counts from 0. */
  public TrialKey {
    if (runId.isBlank() || trialIndex < 0) {
      throw new IllegalArgumentException(
          "a trial key needs a run id and an index from 0, got '" + runId + "', " + trialIndex);
    }
  }

  /**
   * Reads a key from its text.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static TrialKey parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a trial key; it must look like RUN/trial-0007");
    }
    return new TrialKey(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s/trial-%04d", runId, trialIndex);
  }
}
