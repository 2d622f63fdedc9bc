package io.mindstream.sink.history;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which objects the store has, by run and trial: from listings, and from what this process stored
 * since. May be used by several threads.
 */
public final class StoreIndex {

  /** So long a run is looked at again after something of it was stored. */
  private static final Duration LIVELY = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Map<String, StoredRun> runs = new HashMap<>();
  private final Map<String, Instant> touched = new HashMap<>();

  /** An empty index. */
  public StoreIndex(InstantSource clock) {
    this.clock = clock;
  }

  /** This process stored a decoded picture of an answer to a trial, and its document. */
  public synchronized void stored(TrialKey trial, int revision, int sample) {
    add(trial, new StoredTrial(Map.of(revision, Set.of(sample)), false, Set.of(revision)));
  }

  /** Something of a run may have been stored beside its pictures, or will be soon. */
  public synchronized void touch(RunId run) {
    touched.put(run.toString(), clock.instant());
  }

  /** What is there of a run. */
  public synchronized StoredRun run(String run) {
    return runs.getOrDefault(run, StoredRun.NOTHING);
  }

  /** What is there of a trial. */
  public synchronized StoredTrial trial(TrialKey trial) {
    return run(trial.runId()).trial(trial.trialIndex());
  }

  /** All runs of which something is there, by id. */
  public synchronized Map<String, StoredRun> all() {
    return Map.copyOf(runs);
  }

  /** The runs of which something was stored of late. */
  synchronized Set<String> lively() {
    Instant since = clock.instant().minus(LIVELY);
    touched.values().removeIf(at -> at.isBefore(since));
    return new HashSet<>(touched.keySet());
  }

  /** The whole store was listed; what was stored meanwhile may lack there. */
  synchronized void listed(Map<String, StoredRun> found) {
    Map<String, StoredRun> now = new HashMap<>(found);
    touched
        .keySet()
        .forEach(
            run ->
                Optional.ofNullable(runs.get(run))
                    .ifPresent(known -> now.merge(run, known, StoredRun::and)));
    runs.clear();
    runs.putAll(now);
  }

  /**
   * One run was listed.
   *
   * @return whether anything of it was not known
   */
  synchronized boolean listed(String run, StoredRun found) {
    StoredRun before = run(run);
    StoredRun after = before.and(found);
    runs.put(run, after);
    return !after.equals(before);
  }

  private void add(TrialKey trial, StoredTrial found) {
    TreeMap<Integer, StoredTrial> one = new TreeMap<>();
    one.put(trial.trialIndex(), found);
    runs.merge(trial.runId(), new StoredRun(one, Optional.empty(), false, false), StoredRun::and);
    touched.put(trial.runId(), clock.instant());
  }
}
