package io.mindstream.bridge.watch;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.SliceTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Slice times of a watched run, from what a converter leaves beside its volumes. */
final class WatchedSlices {

  private WatchedSlices() {}

  /**
   * Of the JSON that is named as the first volume, else of a {@code _bold.json} in the folder;
   * empty where neither tells them.
   *
   * @param notes hears why times are left out
   */
  static List<Double> times(Path folder, ScannedVolume first, Consumer<String> notes) {
    try {
      List<Path> sidecars = new VolumeFolder(folder).sidecars(first.file());
      return SliceTimes.of(sidecars, first.header().shape().nz(), notes);
    } catch (BidsException e) {
      notes.accept("slice times are left out: " + e.getMessage());
      return List.of();
    } catch (IOException e) {
      throw new FeedException(folder + ": cannot be listed (" + e.getMessage() + ")");
    }
  }
}
