package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.run.ScannerTopic;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;

/** A decoded and checked record of a scanner topic. */
sealed interface CheckedRecord {

  /** The run that it belongs to. */
  String runId();

  /** Which topic it came from: each topic's own order is kept. */
  ScannerTopic topic();

  /** From scanner.runs. */
  record Header(RunHeader value) implements CheckedRecord {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public ScannerTopic topic() {
      return ScannerTopic.RUNS;
    }
  }

  /** From scanner.volumes. */
  record Volume(BoldVolume value) implements CheckedRecord {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public ScannerTopic topic() {
      return ScannerTopic.VOLUMES;
    }
  }

  /** From scanner.events. */
  record Event(StimulusEvent value) implements CheckedRecord {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public ScannerTopic topic() {
      return ScannerTopic.EVENTS;
    }
  }
}
