package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Brings a run's volumes into the order of their index, so that nothing that follows depends on the
 * order in which they are read. A volume that comes before one of a lower index waits for it, but
 * only until more volumes wait than a volume may be late by; what is missing then is given up.
 */
final class VolumeOrder {

  private final RunStores stores;
  private final VolumeRows rows;
  private final ScannerDecoder decoder;
  private final int lateVolumes;

  VolumeOrder(RunStores stores, VolumeRows rows, ScannerDecoder decoder, int lateVolumes) {
    this.stores = stores;
    this.rows = rows;
    this.decoder = decoder;
    this.lateVolumes = lateVolumes;
  }

  /** When the volume of an index was acquired, where one was read; else null. */
  @Nullable Instant acquiredAt(Run run, int index) {
    if (index < run.progress().nextVolume()) {
      var row = stores.rows().get(run.id(), index);
      return row == null ? null : row.acquiredAt();
    }
    ScannerRecord waiting =
        run.progress().waitingVolumes() == 0 ? null : stores.early().get(run.id(), index);
    return waiting == null ? null : volume(waiting).getAcquiredAt();
  }

  /**
   * Takes a volume whose index is new.
   *
   * @return the run, which must be stored; {@link #settleNext} may have more of it
   */
  Run take(Run before, BoldVolume volume, ScannerRecord source) {
    Run run = before.withVolumeRead(source.readAt());
    int index = volume.getIndex();
    int next = run.progress().nextVolume();
    if (run.phase() instanceof RunPhase.Refused) {
      return rows.settle(run, volume, source); // to the dead letters, in whatever order
    }
    if (index < next) {
      rows.refuse(volume, source, tooLate(index, next));
      return run;
    }
    if (index == next) {
      return rows.settle(run, volume, source);
    }
    stores.early().put(run.id(), index, source);
    return run.withWaiting(1);
  }

  /**
   * Folds one of the volumes that wait, where it is its turn.
   *
   * @param over true where no volume is to be read any more: each that waits has its turn
   * @return null where none is to be folded now
   */
  @Nullable Run settleNext(Run run, boolean over) {
    int waiting = run.progress().waitingVolumes();
    if (waiting == 0) {
      return null;
    }
    boolean turn =
        over
            || waiting > lateVolumes
            || stores.early().lowest(run.id()) == run.progress().nextVolume();
    if (!turn) {
      return null;
    }
    ScannerRecord first = stores.early().takeLowest(run.id());
    return rows.settle(run.withWaiting(-1), volume(first), first);
  }

  private BoldVolume volume(ScannerRecord record) {
    return ((CheckedRecord.Volume) decoder.decode(record)).value();
  }

  private PipelineException tooLate(int index, int next) {
    return new PipelineException(
        FailureCode.TOO_LATE,
        "volume %d came when volume %d was folded already; a volume may be late by %d (mindstream.preprocess.late-volumes)"
            .formatted(index, next - 1, lateVolumes));
  }
}
