package io.mindstream.bridge.console;

import io.mindstream.bridge.live.SameGrid;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.imaging.nifti.NiftiException;
import io.mindstream.imaging.nifti.NiftiReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Volumes of files, one after the other.
 *
 * @param description of the first one's grid
 * @param files in the order of playing
 * @param volumes of all files together
 */
record NiftiRun(RunDescription description, List<Path> files, int volumes) implements FeedRun {

  @Override
  public RunLength length() {
    return new RunLength(volumes, 0);
  }

  @Override
  public Messages open() {
    return new Volumes();
  }

  /** Holds one file open at a time. */
  private final class Volumes implements Messages {
    private final Iterator<Path> next = files.iterator();
    private @Nullable NiftiReader reader;
    private int index;

    @Override
    public boolean hasNext() {
      return index < volumes;
    }

    @Override
    public FeedMessage next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        double due = index * description.repetitionTimeSeconds();
        return new FeedMessage.Volume(index++, due, reader().next());
      } catch (NiftiException e) {
        throw new FeedException(e);
      }
    }

    private NiftiReader reader() {
      NiftiReader open = reader;
      while (open == null || !open.hasNext()) {
        close();
        open = NiftiReader.open(next.next());
        reader = open;
        requireSameGrid(open);
      }
      return open;
    }

    private void requireSameGrid(NiftiReader open) {
      if (!SameGrid.of(open.header().geometry(), description.geometry())) {
        throw new FeedException(
            "the volumes of %s lie on several grids; give a folder of one series"
                .formatted(description.source()));
      }
    }

    @Override
    public void close() {
      if (reader != null) {
        reader.close();
        reader = null;
      }
    }
  }
}
