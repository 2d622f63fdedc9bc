package io.mindstream.storage;

import io.mindstream.schemas.fmri.TrialKey;
import java.util.Locale;

/**
 * The keys of one answer to a trial. They follow from run, trial, revision and sample alone, so
 * that a record that is delivered again replaces its own objects and no others.
 *
 * <p>A trial's first answer lies in the trial's folder; each later one, which saw more volumes, in
 * a folder {@code revision-N} of its own below it. So nothing is ever overwritten by another
 * answer, whatever the order in which they come, and none needs to know of the others. The newest
 * answer is the one of the highest number; see {@link
 * io.mindstream.storage.document.TrialRevisions}.
 *
 * @param trial the trial
 * @param revision 1 for its first answer; 2, 3, ... for those that saw more volumes
 */
public record TrialKeys(TrialKey trial, int revision) {

  /** The name of a trial's document in its folder. */
  public static final String DOCUMENT = "trial.json";

  /** The name of the picture that was shown, there. */
  public static final String STIMULUS = "stimulus.png";

  /** Checks the revision. */
  public TrialKeys {
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1, got " + revision);
    }
  }

  /** Those of the trial's first answer. */
  public TrialKeys(TrialKey trial) {
    this(trial, 1);
  }

  /** The trial's folder; ends with a slash. */
  public String folder() {
    return RunKeys.of(trial.runId()).results()
        + String.format(Locale.ROOT, "trial-%04d/", trial.trialIndex());
  }

  /** The answer's folder; ends with a slash. */
  public String answer() {
    return revision == 1 ? folder() : folder() + "revision-" + revision + "/";
  }

  /** One decoded picture; sample counts from 0. */
  public String image(int sample) {
    return answer() + "sample-" + sample + ".png";
  }

  /** How the answer's pictures were made. Written last, so where it is, all pictures are. */
  public String document() {
    return answer() + DOCUMENT;
  }

  /** The picture that was shown, where the source had it. */
  public String stimulus() {
    return folder() + STIMULUS;
  }
}
