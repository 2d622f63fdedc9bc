package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.service.run.KnownRuns;
import io.mindstream.service.web.RefusedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The runs of late, with their trials and clocks. A run that is played again begins anew. May be
 * used by several threads.
 */
public final class RunTable {

  private static final int RUNS = 50;
  private static final double NANOS = 1e9;

  private final KnownRuns headers = new KnownRuns(RUNS);
  private final Map<String, Session> sessions = new HashMap<>();
  private final double limitSeconds;

  /**
   * An empty table.
   *
   * @param limitSeconds as in {@link StimulusClock}
   */
  public RunTable(double limitSeconds) {
    this.limitSeconds = limitSeconds;
  }

  /** A run began or ended. */
  public synchronized void header(RunHeader header) {
    Optional<RunHeader> before = headers.get(header.getRunId());
    headers.put(header).ifPresent(sessions::remove);
    Session session = session(header.getRunId());
    if (!before.map(RunHeader::getStartedAt).equals(Optional.of(header.getStartedAt()))) {
      session.trials.forgetBefore(
          header.getStartedAt().minusNanos((long) (header.getRepetitionTimeSeconds() * NANOS)));
      session.clocks = new RunClocks();
    }
  }

  /** An event is published, by whomever; one of a run that is not known is kept for its header. */
  public synchronized void event(StimulusEvent event, Optional<String> id) {
    if (sessions.size() < 2 * RUNS || sessions.containsKey(event.getRunId())) {
      session(event.getRunId()).trials.add(event, id);
    }
  }

  /** A volume is published. */
  public synchronized void volume(BoldVolume volume) {
    Optional<RunHeader> run = headers.get(volume.getRunId());
    run.ifPresent(known -> session(known.getRunId()).clocks.volume(volume));
  }

  /** As {@link KnownRuns#require}. */
  public RunHeader require(String name) {
    return headers.require(name);
  }

  /** All runs, the newest first. */
  public synchronized List<RunStatus> all() {
    return headers.all().stream().map(this::status).toList();
  }

  /** One run, named as in {@link KnownRuns#require}. */
  public synchronized RunStatus status(String name) {
    return status(require(name));
  }

  /**
   * What would become of some events; nothing is kept.
   *
   * @param sentAt the stimulus computer's clock at sending
   * @param now our clock at receiving, seconds since 1970-01-01 UTC
   * @throws RefusedException 404, 409 or 422 where one of them cannot be taken
   */
  public synchronized List<PlannedTrial> plan(
      String name, List<PostedEvent> events, OptionalDouble sentAt, double now) {
    RunHeader run = requireOpen(name);
    Session session = session(run.getRunId());
    sentAt.ifPresent(sent -> session.clocks.sent(sent, now));
    StimulusClock clock = session.clocks.clock(run, limitSeconds);
    return new EventPlan(run, session.trials.copy(), clock, now).of(events);
  }

  /**
   * More of the scanner's triggers.
   *
   * @throws RefusedException 404, 409 or 422 where they do not fit the run
   */
  public synchronized RunStatus triggers(String name, List<Double> seconds, int dummies) {
    RunHeader run = requireOpen(name);
    RunClocks clocks = session(run.getRunId()).clocks;
    TriggerTimes all = clocks.triggers().with(seconds, dummies);
    all.byVolume(run.getRepetitionTimeSeconds());
    clocks.triggers(all);
    return status(run);
  }

  private RunHeader requireOpen(String name) {
    RunHeader run = require(name);
    if (run.getState() != RunState.STARTED) {
      throw RefusedException.of(
              409,
              "run %s is over (%s); its trials can no longer be decoded"
                  .formatted(run.getRunId(), run.getState()))
          .with("run", run.getRunId());
    }
    return run;
  }

  private RunStatus status(RunHeader run) {
    Session session = session(run.getRunId());
    return new RunStatus(
        run,
        session.trials.count(),
        session.clocks.volumes(),
        session.clocks.triggers(),
        session.clocks.clock(run, limitSeconds),
        session.clocks.shortestDelay());
  }

  private Session session(String run) {
    return sessions.computeIfAbsent(run, any -> new Session());
  }

  /** What belongs to the present session of a run. */
  private static final class Session {
    private final RunTrials trials = new RunTrials();
    private RunClocks clocks = new RunClocks();
  }

  /** The present, as {@link StimulusClock} counts. */
  public static double seconds(Instant at) {
    return RunClocks.seconds(at);
  }
}
