package io.mindstream.sink.dashboard;

import io.mindstream.schemas.fmri.TrialKey;
import java.time.Duration;

/** Something that is shown and that changes, by its name. */
public sealed interface Thing {

  /** How often it is told of at most, where nothing of weight happened to it. */
  default Duration interval() {
    return Duration.ZERO;
  }

  /** A run. */
  record OfRun(String run) implements Thing {
    @Override
    public Duration interval() {
      return Duration.ofSeconds(1);
    }
  }

  /** A trial. */
  record OfTrial(TrialKey trial) implements Thing {
    @Override
    public Duration interval() {
      return Duration.ofMillis(300);
    }
  }

  /** One volume of a run's trace. */
  record OfVolume(String run, int volume) implements Thing {}

  /** The quality of one volume of a run. */
  record OfQuality(String run, int volume) implements Thing {}

  /** A dead letter, by its place. */
  record OfLetter(String id) implements Thing {}

  /** What does not belong to a run; there is one of each. */
  enum Whole implements Thing {
    /** The model of the newest picture. */
    MODEL(Duration.ZERO),
    /** Latency by stage. */
    LATENCY(Duration.ofSeconds(1)),
    /** Counts. */
    TOTALS(Duration.ofSeconds(1)),
    /** Services, servers, scanner and backlog. */
    SYSTEM(Duration.ofSeconds(2));

    private final Duration interval;

    Whole(Duration interval) {
      this.interval = interval;
    }

    @Override
    public Duration interval() {
      return interval;
    }
  }
}
