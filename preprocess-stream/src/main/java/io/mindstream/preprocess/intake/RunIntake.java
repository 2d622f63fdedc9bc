package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.ScannerTopic;
import io.mindstream.preprocess.state.RunStores;
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
  private final StreamOutput output;

  RunIntake(
      ScannerDecoder decoder,
      RunStores stores,
      RunLifecycle lifecycle,
      VolumeIntake volumes,
      EventIntake events,
      StreamOutput output) {
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

  private void accept(CheckedRecord checked, ScannerRecord record) {
    String runId = checked.runId();
    if (stores.held().waits(runId, checked.topic()) || !take(checked, record)) {
      hold(checked, record);
    } else {
      release(runId, record.readAt());
    }
  }

  /** Tries the records that wait for a run, until none can be taken. */
  void release(String runId, long now) {
    boolean taken = true;
    while (taken) {
      taken = false;
      for (ScannerTopic topic : ScannerTopic.values()) {
        taken |= releaseAll(runId, topic, now);
      }
    }
  }

  private boolean releaseAll(String runId, ScannerTopic topic, long now) {
    boolean taken = false;
    ScannerRecord first = stores.held().first(runId, topic);
    while (first != null && take(decoder.decode(first), first.readAgainAt(now))) {
      stores.held().remove(runId, topic, first);
      taken = true;
      first = stores.held().first(runId, topic);
    }
    return taken;
  }

  /** False where the record must wait; one that can't be used is taken, to the dead letters. */
  private boolean take(CheckedRecord checked, ScannerRecord record) {
    try {
      return offer(checked, record);
    } catch (PipelineException e) {
      output.deadLetter(record, e);
      return true;
    }
  }

  private boolean offer(CheckedRecord checked, ScannerRecord record) {
    @Nullable Run known = stores.runs().get(checked.runId());
    if (checked instanceof CheckedRecord.Header header) {
      return lifecycle.offer(known, header.value(), record.readAt());
    }
    @Nullable Run run = record.redriven() ? lifecycle.openAgain(known, record.readAt()) : known;
    if (checked instanceof CheckedRecord.Volume volume) {
      return volumes.offer(run, volume.value(), record);
    }
    return events.offer(run, ((CheckedRecord.Event) checked).value(), record);
  }

  private void hold(CheckedRecord checked, ScannerRecord record) {
    if (!stores.held().hold(checked.runId(), checked.topic(), record)) {
      throw givenUp(checked.runId());
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
          "run "
              + runId
              + " has not STARTED in this partition; publish its header to scanner.runs first, by"
              + " the same partitioner as its volumes and events (Kafka's own, murmur2;"
              + " librdkafka: partitioner=murmur2_random)");
    }
    if (run.phase() instanceof RunPhase.AwaitingRoi) {
      return new PipelineException(
          FailureCode.UNKNOWN_ROI,
          "too many records wait for ROI " + run.header().getRoiId() + " of run " + runId);
    }
    return new PipelineException(
        FailureCode.RUN_ENDED,
        "run " + runId + " has ended and has not STARTED again; publish a new header first");
  }
}
