package io.mindstream.storage;

import io.mindstream.schemas.fmri.TrialKey;
import java.util.Locale;

/**
 * The keys of one trial's objects. They follow from run, trial and sample alone, so that a record
 * that is delivered again replaces its own objects.
 *
 * @param trial the trial
 */
public record TrialKeys(TrialKey trial) {

  /** The name of a trial's document in its folder. */
  public static final String DOCUMENT = "trial.json";

  /** The name of the picture that was shown, there. */
  public static final String STIMULUS = "stimulus.png";

  /** The trial's folder; ends with a slash. */
  public String folder() {
    return RunKeys.of(trial.runId()).results()
        + String.format(Locale.ROOT, "trial-%04d/", trial.trialIndex());
  }

  /** One decoded picture; sample counts from 0. */
  public String image(int sample) {
    return folder() + "sample-" + sample + ".png";
  }

  /** How the trial's pictures were made. Written last, so where it is, all pictures are. */
  public String document() {
    return folder() + DOCUMENT;
  }

  /** The picture that was shown, where the source had it. */
  public String stimulus() {
    return folder() + STIMULUS;
  }
}
