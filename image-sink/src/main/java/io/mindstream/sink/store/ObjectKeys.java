package io.mindstream.sink.store;

import io.mindstream.schemas.fmri.TrialKey;

/**
 * The keys of one trial's objects. They follow from run, trial and sample alone, so that a record
 * that is delivered again replaces its own objects.
 *
 * @param trial the trial
 */
public record ObjectKeys(TrialKey trial) {

  /** One decoded picture; sample counts from 0. */
  public String image(int sample) {
    return trial + "/sample-" + sample + ".png";
  }

  /**
   * What is known of one decoded picture. It is written after the picture, so where it is, the
   * picture is.
   */
  public String metadata(int sample) {
    return trial + "/sample-" + sample + ".json";
  }

  /** The picture that was shown, where the source had it. */
  public String stimulus() {
    return trial + "/stimulus.png";
  }
}
