package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a playback has come: everything up to here was acknowledged by Kafka. Only the playback's
 * own thread uses it; the next one goes on from it after a restart.
 */
final class PlaybackPosition {

  private int runIndex;
  private Optional<PublishedRun> current = Optional.empty();
  private int messages;
  private int volumes;
  private double seconds;

  private int allRuns;
  private int allVolumes;
  private int allTrials;
  private final List<String> problems;

  PlaybackPosition(List<String> problems) {
    this.problems = new ArrayList<>(problems);
  }

  /** The run being played, origin 0. */
  int runIndex() {
    return runIndex;
  }

  /** The run being played, once its header was acknowledged. */
  Optional<PublishedRun> current() {
    return current;
  }

  /** Messages of the current run so far. */
  int messages() {
    return messages;
  }

  /** Volumes of the current run so far. */
  int volumes() {
    return volumes;
  }

  /** Scanner time of the current run's last message. */
  double seconds() {
    return seconds;
  }

  void began(PublishedRun run) {
    current = Optional.of(run);
  }

  /** A run that another process began, of which Kafka has some volumes already. */
  void goOn(PublishedRun run, int volumesBefore) {
    current = Optional.of(run);
    volumes = volumesBefore;
  }

  void volume(double dueSeconds) {
    messages++;
    seconds = dueSeconds;
    volumes++;
    allVolumes++;
  }

  void event(double dueSeconds) {
    messages++;
    seconds = dueSeconds;
    allTrials++;
  }

  void ended() {
    allRuns++;
    nextRun();
  }

  void aborted(String reason) {
    problems.add(reason);
    nextRun();
  }

  /** Something that belongs to no run went wrong. */
  void problem(String text) {
    problems.add(text);
  }

  PlaybackSummary summary() {
    return new PlaybackSummary(allRuns, allVolumes, allTrials, problems);
  }

  private void nextRun() {
    runIndex++;
    current = Optional.empty();
    messages = 0;
    volumes = 0;
    seconds = 0;
  }
}
