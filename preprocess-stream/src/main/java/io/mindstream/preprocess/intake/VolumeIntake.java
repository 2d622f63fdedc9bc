package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import org.jspecify.annotations.Nullable;

/** Volumes to rows of ROI values, each index once. */
final class VolumeIntake {

  private static final float[] REFUSED = {};

  private final RunStores stores;
  private final TrialEmitter emitter;
  private final StreamOutput output;

  VolumeIntake(RunStores stores, TrialEmitter emitter, StreamOutput output) {
    this.stores = stores;
    this.emitter = emitter;
    this.output = output;
  }

  /**
   * Takes a volume; false where it must wait: for its run, or, since its index is there with
   * another acquisition time or the run is complete, for the run's next session.
   *
   * @throws PipelineException where the volume can't be used
   */
  boolean offer(@Nullable Run run, BoldVolume volume, ScannerRecord source) {
    if (run == null || !canSettle(run)) {
      return false;
    }
    VolumeRow known = stores.rows().get(volume.getRunId(), volume.getIndex());
    if (known != null && !known.acquiredAt().equals(volume.getAcquiredAt())) {
      return false;
    }
    if (known != null) {
      return !source.redriven() || known.usable() || settleAgain(run, volume, known, source);
    }
    if (run.complete() || isOfNextSession(run, volume)) {
      return false;
    }
    requireOfSession(run, volume);
    settle(run, volume, source);
    return true;
  }

  private static boolean canSettle(Run run) {
    return run.phase() instanceof RunPhase.Active || run.phase() instanceof RunPhase.Refused;
  }

  /** A volume that is merely late was acquired before the volumes that overtook it. */
  private boolean isOfNextSession(Run run, BoldVolume volume) {
    int highestVolume = run.progress().highestVolume();
    VolumeRow highest =
        volume.getIndex() < highestVolume
            ? stores.rows().get(volume.getRunId(), highestVolume)
            : null;
    return highest != null && volume.getAcquiredAt().isAfter(highest.acquiredAt());
  }

  private static void requireOfSession(Run run, BoldVolume volume) {
    if (run.startsAfter(volume.getAcquiredAt())) {
      throw new PipelineException(
          FailureCode.RUN_ENDED,
          "volume " + volume.getIndex() + " was acquired before its run started again");
    }
    int expected = run.header().getExpectedVolumes().orElse(Integer.MAX_VALUE);
    if (volume.getIndex() >= expected) {
      throw new PipelineException(
          FailureCode.INVALID_RECORD,
          "volume " + volume.getIndex() + " of a run that has " + expected + " volumes");
    }
  }

  private void settle(Run run, BoldVolume volume, ScannerRecord source) {
    VolumeRow row = row(run, volume, source, values(run, volume, source));
    stores.rows().put(volume.getRunId(), volume.getIndex(), row);
    emitter.advance(run.withVolume(volume.getIndex(), source.readAt()), source.readAt());
  }

  /** A volume that had been refused; its index counts already. */
  private boolean settleAgain(Run run, BoldVolume volume, VolumeRow refused, ScannerRecord source) {
    VolumeRow row = refused.with(values(run, volume, source));
    stores.rows().put(volume.getRunId(), volume.getIndex(), row);
    return true;
  }

  /** The ROI's values, or none where the volume goes to the dead letters. */
  private float[] values(Run run, BoldVolume volume, ScannerRecord source) {
    try {
      if (run.phase() instanceof RunPhase.Refused refused) {
        throw refused.failure();
      }
      return stores.rois().get(volume.getRunId()).gather(volume, run.shape());
    } catch (PipelineException e) {
      output.deadLetter(source, e);
      return REFUSED;
    }
  }

  private static VolumeRow row(Run run, BoldVolume volume, ScannerRecord source, float[] values) {
    return new VolumeRow(
        run.progress().volumesRead(),
        volume.getIndex() < run.progress().highestVolume(),
        source.timestamp(),
        volume.getAcquiredAt(),
        volume.getReceivedAt(),
        values);
  }
}
