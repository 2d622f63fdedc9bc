package io.mindstream.standalone.tally;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.fmri.TrialKey;

/**
 * One picture of one answer to a trial.
 *
 * @param trial the trial
 * @param revision which of its answers, from 1
 * @param sample which of its samples, origin 0
 */
public record ImageKey(TrialKey trial, int revision, int sample) {

  /** The key of a decoded image. */
  public static ImageKey of(DecodedImage image) {
    return new ImageKey(
        new TrialKey(image.getRunId(), image.getTrialIndex()),
        image.getRevision(),
        image.getSampleIndex());
  }
}
