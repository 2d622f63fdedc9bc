package io.mindstream.lab.examples;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.roi.RoiPlace;
import io.mindstream.preprocess.roi.RunReference;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Volumes of one run to rows, as the stream reads them: against the first that can be used. One
 * that can't be used becomes a row that says so.
 */
final class RowReader {

  private final Grid grid;
  private final int[] roi;
  private final Realign realign;
  private final double repetitionTime;
  private @Nullable RunReference reference;
  private double[] motion = {};
  private int index;

  /**
   * A reader before the first volume.
   *
   * @param roi linear indices on the grid, read only
   * @param repetitionTime TR in seconds
   */
  RowReader(Grid grid, int[] roi, Realign realign, double repetitionTime) {
    this.grid = grid;
    this.roi = roi;
    this.realign = realign;
    this.repetitionTime = repetitionTime;
  }

  /** The row of the next volume. */
  VolumeRow read(StoredVoxels volume) {
    Instant at = Instant.EPOCH.plusNanos(Math.round(1e9 * repetitionTime * index++));
    Reading reading = reading(volume);
    motion = reading == null ? new double[0] : reading.context().motion();
    return reading == null
        ? VolumeRow.refused(0, at, at)
        : new VolumeRow(0, at, at, reading.values(), reading.context());
  }

  private @Nullable Reading reading(StoredVoxels volume) {
    try {
      RunReference known = reference;
      RunReference used =
          known == null
              ? RunReference.of(volume, grid, RoiPlace.drawnOn(grid, roi), realign)
              : known;
      Reading reading = known == null ? used.readFirst(volume) : used.read(volume, motion);
      if (!RecordedRun.isFinite(reading.values())) {
        return null;
      }
      reference = used;
      return reading;
    } catch (PipelineException e) {
      return null; // the head has left the grid, which the stream refuses too
    }
  }
}
