package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.normalise.RunFold;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.PipelineException;
import org.jspecify.annotations.Nullable;

/** Volumes to rows of ROI values and to their quality, in the order of their index. */
final class VolumeRows {

  private final RunStores stores;
  private final RunReferences references;
  private final RunFolds folds;
  private final StreamOutput output;

  VolumeRows(RunStores stores, RunReferences references, RunFolds folds, StreamOutput output) {
    this.stores = stores;
    this.references = references;
    this.folds = folds;
    this.output = output;
  }

  /**
   * Stores the row of the volume whose turn it is, and tells its quality; one that can't be used
   * goes to the dead letters.
   *
   * @return the run folded up to it
   */
  Run settle(Run run, BoldVolume volume, ScannerRecord source) {
    Run settled = run.withVolume(volume.getIndex());
    if (run.phase() instanceof RunPhase.Refused refused) {
      refuse(volume, source, refused.failure());
      return settled;
    }
    VolumeRow row = usableRow(run, volume, source);
    if (row == null) {
      row = VolumeRow.refused(source.timestamp(), volume.getAcquiredAt(), volume.getReceivedAt());
    }
    stores.rows().put(run.id(), volume.getIndex(), row);
    RunFold fold = folds.settled(run, settled, row);
    output.quality(run, fold.quality(volume.getIndex()), source.timestamp());
    return settled;
  }

  /** Lets a volume's index count as read; it is in no fold, nor will it be after a restart. */
  void refuse(BoldVolume volume, ScannerRecord source, PipelineException failure) {
    output.deadLetter(source, failure);
    stores
        .rows()
        .put(
            volume.getRunId(),
            volume.getIndex(),
            VolumeRow.passedOver(
                source.timestamp(), volume.getAcquiredAt(), volume.getReceivedAt()));
  }

  /** The row, or null where the volume can't be used and is a dead letter. */
  private @Nullable VolumeRow usableRow(Run run, BoldVolume volume, ScannerRecord source) {
    try {
      return row(run, volume, source);
    } catch (PipelineException e) {
      output.deadLetter(source, e);
      return null;
    }
  }

  private VolumeRow row(Run run, BoldVolume volume, ScannerRecord source) {
    Reading reading = references.read(run, volume, source);
    return new VolumeRow(
        source.timestamp(),
        volume.getAcquiredAt(),
        volume.getReceivedAt(),
        reading.values(),
        reading.context());
  }
}
