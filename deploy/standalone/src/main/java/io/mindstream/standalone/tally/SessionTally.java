package io.mindstream.standalone.tally;

import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.latency.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts the records of one session as they are seen. What is seen twice counts once; records of
 * other runs are left out. May be used by several threads.
 */
public final class SessionTally {

  private final Set<String> runs;
  private final Set<String> ended = new HashSet<>();
  private final Set<TrialKey> trials = new HashSet<>();
  private final Set<TrialKey> refused = new HashSet<>();
  private final Map<TrialKey, Integer> answers = new HashMap<>();
  private final Map<TrialKey, Integer> samples = new HashMap<>();
  private final Map<ImageKey, StageTimes> decoded = new HashMap<>();
  private final Map<ImageKey, Instant> stored = new HashMap<>();
  private final Map<String, Integer> deadLetters = new HashMap<>();
  private int volumes;

  /** Counts the records of these runs, given by the text of their ids. */
  public SessionTally(Set<String> runs) {
    this.runs = Set.copyOf(runs);
  }

  /** True where the run belongs to the session. */
  public boolean has(String run) {
    return runs.contains(run);
  }

  /** A run's end was seen. */
  public synchronized void runEnded(String run) {
    if (has(run)) {
      ended.add(run);
    }
  }

  /** A volume was seen. */
  public synchronized void volume(String run) {
    if (has(run)) {
      volumes++;
    }
  }

  /** A stimulus event was seen. */
  public synchronized void trial(TrialKey trial) {
    if (has(trial.runId())) {
      trials.add(trial);
    }
  }

  /** A trial's vector was seen: one of its answers, from 1, is to be decoded. */
  public synchronized void answered(TrialKey trial, int revision) {
    if (has(trial.runId())) {
      answers.merge(trial, revision, Math::max);
    }
  }

  /**
   * A decoded image was seen.
   *
   * @param expected how many images its trial gets
   */
  public synchronized void decoded(ImageKey image, int expected, StageTimes times) {
    if (has(image.trial().runId())) {
      samples.put(image.trial(), expected);
      decoded.put(image, times);
    }
  }

  /** An image's metadata were found in the object store. */
  public synchronized void stored(ImageKey image, Instant at) {
    if (has(image.trial().runId())) {
      stored.putIfAbsent(image, at);
    }
  }

  /**
   * A dead letter was seen.
   *
   * @param run the run it belongs to
   * @param trial the trial that gets no image because of it, where it is about one
   */
  public synchronized void deadLetter(String run, Optional<TrialKey> trial, String reason) {
    if (has(run)) {
      deadLetters.merge(reason, 1, Integer::sum);
      trial.ifPresent(refused::add);
    }
  }

  /** Trials that have not all their images in the store, and no dead letter that says why. */
  public synchronized List<TrialKey> pending() {
    return trials.stream()
        .filter(trial -> !refused.contains(trial) && !isStored(trial))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  /** Images that were decoded and not found in the store yet. */
  public synchronized List<ImageKey> notStored() {
    return decoded.keySet().stream().filter(image -> !stored.containsKey(image)).toList();
  }

  /** The numbers so far. */
  public synchronized Counts counts() {
    int letters = deadLetters.values().stream().mapToInt(count -> count).sum();
    return new Counts(ended.size(), volumes, trials.size(), decoded.size(), stored.size(), letters);
  }

  /** How many dead letters there are for each reason. */
  public synchronized Map<String, Integer> deadLettersByReason() {
    return Map.copyOf(deadLetters);
  }

  /** How long the stored images took in each stage. */
  public synchronized Map<Stage, LatencySummary> latencies() {
    Map<Stage, LatencySummary> summaries = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      summaries.put(stage, LatencySummary.of(durations(stage)));
    }
    return summaries;
  }

  private List<Duration> durations(Stage stage) {
    List<Duration> durations = new ArrayList<>();
    stored.forEach(
        (image, at) ->
            Optional.ofNullable(decoded.get(image))
                .flatMap(times -> stage.duration(times, at))
                .ifPresent(durations::add));
    return durations;
  }

  /** True where each of its answers so far has all its images. */
  private boolean isStored(TrialKey trial) {
    Integer expected = samples.get(trial);
    int revisions = answers.getOrDefault(trial, 1);
    return expected != null
        && IntStream.rangeClosed(1, revisions)
            .allMatch(revision -> isStored(trial, revision, expected));
  }

  private boolean isStored(TrialKey trial, int revision, int samplesExpected) {
    return IntStream.range(0, samplesExpected)
        .allMatch(sample -> stored.containsKey(new ImageKey(trial, revision, sample)));
  }

  /**
   * The numbers of a session.
   *
   * @param runs runs that ended
   * @param volumes volumes on the topic
   * @param trials stimulus events on the topic
   * @param decoded images on the topic
   * @param stored images in the object store
   * @param deadLetters records that could not be used
   */
  public record Counts(
      int runs, int volumes, int trials, int decoded, int stored, int deadLetters) {}
}
