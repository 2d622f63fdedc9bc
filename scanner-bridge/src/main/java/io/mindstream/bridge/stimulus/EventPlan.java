package io.mindstream.bridge.stimulus;

import io.mindstream.bridge.stimulus.PostedEvent.Moment;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.service.web.RefusedException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives posted events their trials and their times in a run. For one thread, once. */
final class EventPlan {

  /** What a trial's key can say. */
  private static final int MAX_TRIAL = 999_999_999;

  private static final double MICROS = 1e6;

  private final RunHeader run;
  private final RunTrials trials;
  private final StimulusClock clock;
  private final double now;

  /**
   * A plan for one post.
   *
   * @param trials of the run so far; the plan's own from now on
   * @param now by our clock, seconds since 1970-01-01 UTC
   */
  EventPlan(RunHeader run, RunTrials trials, StimulusClock clock, double now) {
    this.run = run;
    this.trials = trials;
    this.clock = clock;
    this.now = now;
  }

  /** In the order of the posts; the first that cannot be taken is refused with its position. */
  List<PlannedTrial> of(List<PostedEvent> posted) {
    List<PlannedTrial> planned = new ArrayList<>();
    for (int item = 0; item < posted.size(); item++) {
      try {
        planned.add(of(posted.get(item)));
      } catch (RefusedException e) {
        throw posted.size() == 1 ? e : e.with("item", item);
      }
    }
    return planned;
  }

  private PlannedTrial of(PostedEvent posted) {
    Optional<StimulusEvent> before = posted.id().flatMap(trials::ofId);
    if (before.isPresent()) {
      return new PlannedTrial(before.get(), posted.id(), true);
    }
    double onset = onset(posted.when());
    StimulusEvent event =
        StimulusEvent.newBuilder()
            .setRunId(run.getRunId())
            .setTrialIndex(trial(posted))
            .setOnsetSeconds(onset)
            .setDurationSeconds(posted.durationSeconds())
            .setTrialType(posted.trialType())
            .setStimulusId(posted.stimulusId().orElse(null))
            .setStimulusPng(posted.stimulusPng().map(ByteBuffer::wrap).orElse(null))
            .setWindowDelaySeconds(posted.window().delaySeconds().orElse(null))
            .setWindowLengthSeconds(posted.window().lengthSeconds().orElse(null))
            .setOccurredAt(after(onset))
            .build();
    trials.add(event, posted.id());
    return new PlannedTrial(event, posted.id(), false);
  }

  private int trial(PostedEvent posted) {
    int trial = posted.trial().orElse(trials.next());
    if (trials.has(trial)) {
      throw RefusedException.of(
              409,
              "trial: the run has a trial %d already; leave it out for the next one (%d), or give both posts the same id where they are one event"
                  .formatted(trial, trials.next()))
          .with("field", "trial");
    }
    if (trial > MAX_TRIAL) {
      throw RefusedException.field("trial", "must be at most " + MAX_TRIAL);
    }
    return trial;
  }

  private double onset(Moment when) {
    boolean told = when instanceof Moment.Onset;
    double onset =
        when instanceof Moment.At at
            ? clock.scannerSeconds(at.seconds(), now) - RunClocks.seconds(run.getStartedAt())
            : ((Moment.Onset) when).seconds();
    String field = told ? "onset" : "at";
    if (onset < 0) {
      throw RefusedException.field(
          field,
          String.format(
              Locale.ROOT,
              "is %.3f s before the run's volume 0, which began at %s; a trial must begin with it or after",
              -onset,
              run.getStartedAt()));
    }
    run.getExpectedVolumes()
        .map(volumes -> volumes * run.getRepetitionTimeSeconds())
        .filter(end -> onset >= end)
        .ifPresent(end -> refuseAfter(field, onset, end));
    return onset;
  }

  private static void refuseAfter(String field, double onset, double end) {
    throw RefusedException.field(
        field,
        String.format(
            Locale.ROOT,
            "is %.3f s after the run's volume 0, and the run ends at %.3f s; check the unit (seconds)",
            onset,
            end));
  }

  private Instant after(double onset) {
    return run.getStartedAt().plus(Math.round(onset * MICROS), ChronoUnit.MICROS);
  }
}
