package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.run.Phase;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.topology.Incoming.Kind;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of all runs of a partition in any interleaving of their topics. A record that
 * comes too early waits; the order within a topic is kept.
 */
final class RunIntake {

  private final ScannerDecoder decoder;
  private final RunStores stores;
  private final RunLifecycle lifecycle;
  private final VolumeIntake volumes;
  private final EventIntake events;
  private final Output output;

  RunIntake(
      ScannerDecoder decoder,
      RunStores stores,
      RunLifecycle lifecycle,
      VolumeIntake volumes,
      EventIntake events,
      Output output) {
    this.decoder = decoder;
    this.stores = stores;
    this.lifecycle = lifecycle;
    this.volumes = volumes;
    this.events = events;
    this.output = output;
  }

  /** Takes a record, and whatever waited for it; nothing in it can fail the stream. */
  void accept(ScannerRecord record) {
    try {
      accept(decoder.decode(record), record);
    } catch (PipelineException e) {
      output.deadLetter(record, e);
    }
  }

  private void accept(Incoming incoming, ScannerRecord record) {
    String runId = incoming.runId();
    if (stores.held().waits(runId, incoming.kind()) || !take(incoming, record)) {
      hold(incoming, record);
    } else {
      release(runId, record.readAt());
    }
  }

  /** Tries the records that wait for a run, until none can be taken. */
  void release(String runId, long now) {
    boolean taken = true;
    while (taken) {
      taken = false;
      for (Kind kind : Kind.values()) {
        taken |= releaseAll(runId, kind, now);
      }
    }
  }

  private boolean releaseAll(String runId, Kind kind, long now) {
    boolean taken = false;
    ScannerRecord first = stores.held().first(runId, kind);
    while (first != null && take(decoder.decode(first), first.readAgainAt(now))) {
      stores.held().remove(runId, kind, first);
      taken = true;
      first = stores.held().first(runId, kind);
    }
    return taken;
  }

  /** False where the record must wait; one that can't be used is taken, to the dead letters. */
  private boolean take(Incoming incoming, ScannerRecord record) {
    try {
      return offer(incoming, record);
    } catch (PipelineException e) {
      output.deadLetter(record, e);
      return true;
    }
  }

  private boolean offer(Incoming incoming, ScannerRecord record) {
    @Nullable Run run = stores.runs().get(incoming.runId());
    if (incoming instanceof Incoming.Volume volume) {
      return volumes.offer(run, volume.value(), record);
    }
    if (incoming instanceof Incoming.Event event) {
      return events.offer(run, event.value(), record);
    }
    return lifecycle.offer(run, ((Incoming.Header) incoming).value(), record.readAt());
  }

  private void hold(Incoming incoming, ScannerRecord record) {
    if (!stores.held().hold(incoming.runId(), incoming.kind(), record)) {
      throw givenUp(incoming.runId());
    }
  }

  /** Gives up the records of a run that were read at a time, wall clock in ms, or before. */
  void giveUp(String runId, long readUntil) {
    PipelineException failure = givenUp(runId);
    stores.held().takeReadUntil(runId, readUntil).forEach(r -> output.deadLetter(r, failure));
  }

  private PipelineException givenUp(String runId) {
    @Nullable Run run = stores.runs().get(runId);
    if (run == null) {
      return new PipelineException(
          FailureCode.UNKNOWN_RUN,
          "run " + runId + " has not STARTED; publish its header to scanner.runs first");
    }
    if (run.phase() instanceof Phase.AwaitingRoi) {
      return new PipelineException(
          FailureCode.UNKNOWN_ROI,
          "too many records wait for ROI " + run.header().getRoiId() + " of run " + runId);
    }
    return new PipelineException(
        FailureCode.RUN_ENDED,
        "run " + runId + " has ended and has not STARTED again; publish a new header first");
  }
}
