package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes volumes, each index once, of the session that they belong to. */
final class VolumeIntake {

  private final RunStores stores;
  private final VolumeOrder order;
  private final TrialEmitter emitter;

  VolumeIntake(RunStores stores, VolumeOrder order, TrialEmitter emitter) {
    this.stores = stores;
    this.order = order;
    this.emitter = emitter;
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
    Instant known = order.acquiredAt(run, volume.getIndex());
    if (known != null) {
      return known.equals(volume.getAcquiredAt()) && once(run, volume, source);
    }
    if (run.complete() || isOfNextSession(run, volume)) {
      return false;
    }
    requireOfSession(run, volume);
    emitter.advance(order.take(run, volume, source), source.readAt());
    return true;
  }

  private static boolean canSettle(Run run) {
    return run.phase() instanceof RunPhase.Active || run.phase() instanceof RunPhase.Refused;
  }

  /** The same volume once more; one that was refused and is redriven must not be silent. */
  private boolean once(Run run, BoldVolume volume, ScannerRecord source) {
    if (source.redriven()) {
      VolumeRow row = stores.rows().get(run.id(), volume.getIndex());
      if (row != null && !row.usable()) {
        throw new PipelineException(
            FailureCode.TOO_LATE,
            "volume %d was refused and its run went on without it; play the run again"
                .formatted(volume.getIndex()));
      }
    }
    return true;
  }

  /** A volume that is merely late was acquired before the volumes that overtook it. */
  private boolean isOfNextSession(Run run, BoldVolume volume) {
    int highestVolume = run.progress().highestVolume();
    VolumeRow highest =
        volume.getIndex() < highestVolume ? stores.rows().get(run.id(), highestVolume) : null;
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
}
