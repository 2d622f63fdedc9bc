package io.mindstream.bridge.source;

import io.mindstream.bridge.bids.BidsException;
import io.mindstream.bridge.bids.EventRow;
import io.mindstream.bridge.bids.StimulusPictures;
import io.mindstream.bridge.nifti.NiftiException;
import io.mindstream.bridge.nifti.NiftiReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One series with its events. */
record BidsReplayRun(
    RunDescription description, Path bold, List<EventRow> events, StimulusPictures pictures)
    implements FeedRun {

  @Override
  public Messages open() {
    try {
      return new SeriesMessages(NiftiReader.open(bold));
    } catch (NiftiException e) {
      throw new FeedException(e);
    }
  }

  private Optional<byte[]> png(EventRow row) {
    return row.stimFile().flatMap(pictures::png);
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
      } catch (NiftiException | BidsException e) {
        throw new FeedException(e);
      }
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
