package io.mindstream.preprocess.topology;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;

/** A decoded and checked record of a scanner topic. */
sealed interface Incoming {

  /** The run that it belongs to. */
  String runId();

  /** Which topic it came from: each topic's own order is kept. */
  Kind kind();

  /** The scanner topics, in the order in which waiting records are tried. */
  enum Kind {
    HEADER(0),
    VOLUME(1),
    EVENT(2);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** How stored keys name the kind. */
    int code() {
      return code;
    }
  }

  /** From scanner.runs. */
  record Header(RunHeader value) implements Incoming {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public Kind kind() {
      return Kind.HEADER;
    }
  }

  /** From scanner.volumes. */
  record Volume(BoldVolume value) implements Incoming {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public Kind kind() {
      return Kind.VOLUME;
    }
  }

  /** From scanner.events. */
  record Event(StimulusEvent value) implements Incoming {
    @Override
    public String runId() {
      return value.getRunId();
    }

    @Override
    public Kind kind() {
      return Kind.EVENT;
    }
  }
}
