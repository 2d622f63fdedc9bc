package io.mindstream.preprocess.intake;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.roi.RoiPlace;
import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.roi.RunReference;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.service.NewestEntries;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads volumes against their run's first usable one, whose record is stored: what follows from it
 * lives in memory and is made again after a restart.
 */
final class RunReferences {

  private static final int MOST = 64;
  private static final double[] STILL = {};

  private final RunStores stores;
  private final RoiLookup rois;
  private final ScannerDecoder decoder;
  private final PreprocessConfig config;
  private final Map<String, Held> held = NewestEntries.byUse(MOST);

  RunReferences(RunStores stores, RoiLookup rois, ScannerDecoder decoder, PreprocessConfig config) {
    this.stores = stores;
    this.rois = rois;
    this.decoder = decoder;
    this.config = config;
  }

  /**
   * One session's reference.
   *
   * @param startedAt of the session
   * @param volume its index
   * @param reference what is read against
   */
  private record Held(Instant startedAt, int volume, RunReference reference) {

    /** A session that was opened again from its start has not come to its reference yet. */
    private boolean isOf(Run run) {
      return startedAt.equals(run.header().getStartedAt())
          && volume <= run.progress().highestVolume();
    }
  }

  /**
   * Reads the volume whose turn it is.
   *
   * @throws io.mindstream.schemas.failure.PipelineException where it can't be used
   */
  Reading read(Run run, BoldVolume volume, ScannerRecord source) {
    StoredVoxels voxels = RoiVoxels.stored(volume, run.shape());
    RoiVoxels roi = stores.rois().get(run.id());
    @Nullable Held known = known(run);
    if (known != null) {
      Reading reading = known.reference.read(voxels, before(run));
      roi.requireFinite(reading.values(), volume.getIndex());
      return reading;
    }
    return first(run, volume, source, voxels, roi);
  }

  /** A volume becomes the reference only where it can be used. */
  private Reading first(
      Run run, BoldVolume volume, ScannerRecord source, StoredVoxels voxels, RoiVoxels roi) {
    Held made = make(run, volume);
    Reading reading = made.reference.readFirst(voxels);
    roi.requireFinite(reading.values(), volume.getIndex());
    stores.references().put(run.id(), source);
    held.put(run.id(), made);
    return reading;
  }

  private @Nullable Held known(Run run) {
    Held known = held.get(run.id());
    if (known != null && known.isOf(run)) {
      return known;
    }
    ScannerRecord stored = stores.references().get(run.id());
    if (stored == null) {
      return null;
    }
    Held again = make(run, ((CheckedRecord.Volume) decoder.decode(stored)).value());
    held.put(run.id(), again);
    return again;
  }

  private Held make(Run run, BoldVolume volume) {
    StoredVoxels voxels = RoiVoxels.stored(volume, run.shape());
    Grid grid = Grid.of(run.header().getGeometry());
    RoiVoxels roi = stores.rois().get(run.id());
    @Nullable RoiMask mask = rois.carried(run.id());
    RoiPlace place =
        mask == null
            ? RoiPlace.drawnOn(grid, roi.indices())
            : RoiPlace.carried(mask, mask.getReference().orElseThrow(), roi, voxels, grid);
    return new Held(
        run.header().getStartedAt(),
        volume.getIndex(),
        RunReference.of(voxels, grid, place, config.realign()));
  }

  /** The motion of the volume before, where it is known. */
  private double[] before(Run run) {
    if (config.realign() == Realign.OFF) {
      return STILL;
    }
    VolumeRow row = stores.rows().get(run.id(), run.progress().highestVolume());
    return row == null ? STILL : row.context().motion();
  }
}
