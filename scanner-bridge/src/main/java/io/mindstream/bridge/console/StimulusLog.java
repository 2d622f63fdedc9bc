package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.schemas.fmri.RunId;

/** Who hears of stimuli as they are shown: the part of the stimulus computer. For one thread. */
interface StimulusLog {

  /**
   * A run begins.
   *
   * @param number position in the session, origin 0
   */
  void begin(RunId run, int number);

  /** A stimulus is shown now. */
  void shown(FeedMessage.Event event);
}
