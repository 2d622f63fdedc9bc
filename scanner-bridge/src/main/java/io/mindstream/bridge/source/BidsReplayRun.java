package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One series with its events. */
record BidsReplayRun(
    RunDescription description, Path bold, List<EventRow> events, StimulusPictures pictures)
    implements FeedRun {

  private static final Logger LOG = LoggerFactory.getLogger(BidsReplayRun.class);

  @Override
  public Messages open() {
    try {
      return new SeriesMessages(NiftiReader.open(bold));
    } catch (NiftiException e) {
      throw new FeedException(e);
    }
  }

  /** The picture is for people only: a broken one costs a warning, not the run. */
  private Optional<byte[]> png(EventRow row) {
    try {
      return row.stimFile().flatMap(pictures::png);
    } catch (BidsException e) {
      LOG.warn("{}: event without its picture: {}", description.runId(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Merges the series and its events. */
  private final class SeriesMessages implements Messages {
    private final NiftiReader reader;
    private final Iterator<FeedMessage> merged;

    SeriesMessages(NiftiReader reader) {
      this.reader = reader;
      this.merged =
          new MergedMessages(
              description,
              reader,
              events.size(),
              trial -> events.get(trial).onsetSeconds(),
              this::event);
    }

    private FeedMessage.Event event(int trial, double dueSeconds) {
      EventRow row = events.get(trial);
      return new FeedMessage.Event(
          trial,
          dueSeconds,
          row.onsetSeconds(),
          row.durationSeconds(),
          row.trialType(),
          row.stimFile(),
          png(row));
    }

    @Override
    public boolean hasNext() {
      return merged.hasNext();
    }

    @Override
    public FeedMessage next() {
      try {
        return merged.next();
      } catch (NiftiException e) {
        throw new FeedException(e);
      }
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
