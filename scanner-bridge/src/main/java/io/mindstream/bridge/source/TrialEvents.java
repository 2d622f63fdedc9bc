package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.StimulusPictures;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the events of a run from rows of its {@code _events.tsv}.
 *
 * @param pictures what stim_file names
 */
public record TrialEvents(StimulusPictures pictures) {

  private static final Logger LOG = LoggerFactory.getLogger(TrialEvents.class);

  /**
   * The event of a trial.
   *
   * @param trial origin 0
   * @param dueSeconds scanner time at which it is to be published
   */
  public FeedMessage.Event event(EventRow row, int trial, double dueSeconds) {
    return new FeedMessage.Event(
        trial,
        dueSeconds,
        row.onsetSeconds(),
        row.durationSeconds(),
        row.trialType(),
        row.stimFile(),
        png(row),
        row.window());
  }

  /** The picture is for people only: a broken one costs a warning, not the run. */
  private Optional<byte[]> png(EventRow row) {
    try {
      return row.stimFile().flatMap(pictures::png);
    } catch (BidsException e) {
      LOG.warn("event at {} s without its picture: {}", row.onsetSeconds(), e.getMessage());
      return Optional.empty();
    }
  }
}
