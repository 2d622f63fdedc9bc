package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** One series with its events. */
record BidsReplayRun(
    RunDescription description,
    RunLength length,
    Path bold,
    List<EventRow> rows,
    TrialEvents events)
    implements FeedRun {

  @Override
  public Messages open() {
    try {
      return new SeriesMessages(NiftiReader.open(bold));
    } catch (NiftiException e) {
      throw new FeedException(e);
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
              rows.size(),
              trial -> rows.get(trial).onsetSeconds(),
              (trial, due) -> events.event(rows.get(trial), trial, due));
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
