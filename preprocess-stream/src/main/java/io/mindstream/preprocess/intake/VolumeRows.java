package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeContext;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.PipelineException;

/** Volumes to rows of ROI values, in the order of their index. */
final class VolumeRows {

  private final RunStores stores;
  private final StreamOutput output;

  VolumeRows(RunStores stores, StreamOutput output) {
    this.stores = stores;
    this.output = output;
  }

  /**
   * Stores the row of the volume whose turn it is; one that can't be used goes to the dead letters.
   *
   * @return the run folded up to it
   */
  Run settle(Run run, BoldVolume volume, ScannerRecord source) {
    try {
      stores.rows().put(run.id(), volume.getIndex(), row(run, volume, source));
    } catch (PipelineException e) {
      refuse(volume, source, e);
    }
    return run.withVolume(volume.getIndex());
  }

  /** Lets a volume's index count, without values. */
  void refuse(BoldVolume volume, ScannerRecord source, PipelineException failure) {
    output.deadLetter(source, failure);
    stores
        .rows()
        .put(
            volume.getRunId(),
            volume.getIndex(),
            VolumeRow.refused(source.timestamp(), volume.getAcquiredAt(), volume.getReceivedAt()));
  }

  private VolumeRow row(Run run, BoldVolume volume, ScannerRecord source) {
    if (run.phase() instanceof RunPhase.Refused refused) {
      throw refused.failure();
    }
    return new VolumeRow(
        source.timestamp(),
        volume.getAcquiredAt(),
        volume.getReceivedAt(),
        stores.rois().get(run.id()).gather(volume, run.shape()),
        VolumeContext.NONE);
  }
}
