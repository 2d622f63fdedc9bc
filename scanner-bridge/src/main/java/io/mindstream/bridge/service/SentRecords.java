package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.kafka.RecordHead;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.serde.AvroCodec;

/** Reports what was sent from a spool, whichever process had put it there. For one thread. */
final class SentRecords {

  private final PlaybackPosition position;
  private final RunReports reports;
  private final AvroCodec<RunHeader> runs;

  SentRecords(Playback playback, AvroCodec<RunHeader> runs) {
    this.position = playback.position();
    this.reports = new RunReports(playback);
    this.runs = runs;
  }

  /** Kafka has acknowledged a record. */
  void sent(Outgoing record) {
    RecordHead head = record.head();
    switch (head.kind()) {
      case ROI -> {} // It belongs to no run.
      case STARTED -> reports.began(PublishedRun.of(runs.decode(record.value())));
      case VOLUME -> position.current().ifPresent(run -> reports.volume(run, head.seconds()));
      case EVENT ->
          position
              .current()
              .ifPresent(run -> reports.event(run, (int) head.index(), head.seconds()));
      case OVER -> over(runs.decode(record.value()));
    }
  }

  private void over(RunHeader header) {
    PublishedRun run = PublishedRun.of(header);
    if (header.getState() == RunState.ABORTED) {
      reports.aborted(run, header.getReason().orElse(""));
      return;
    }
    reports.ended(run);
    header.getReason().ifPresent(lost -> position.problem(run.key() + ": " + lost));
  }
}
