package io.mindstream.sink.history;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the store has of a run.
 *
 * @param trials by index; not to be changed
 * @param document the tag of run.json, which changes with its content; empty where there is none
 * @param contactSheet whether the contact sheet is there
 * @param recorded whether a recording is there
 */
public record StoredRun(
    NavigableMap<Integer, StoredTrial> trials,
    Optional<String> document,
    boolean contactSheet,
    boolean recorded) {

  static final StoredRun NOTHING =
      new StoredRun(Collections.emptyNavigableMap(), Optional.empty(), false, false);

  /** Whether there is anything of the run. */
  public boolean any() {
    return !equals(NOTHING);
  }

  /** What the store has of one of its trials. */
  public StoredTrial trial(int index) {
    return Optional.ofNullable(trials.get(index)).orElse(StoredTrial.NOTHING);
  }

  /** How many decoded pictures are there. */
  public int pictures() {
    return trials.values().stream().mapToInt(StoredTrial::pictures).sum();
  }

  /** With what is there as well. */
  StoredRun and(StoredRun more) {
    NavigableMap<Integer, StoredTrial> all = new TreeMap<>(trials);
    more.trials.forEach((index, trial) -> all.merge(index, trial, StoredTrial::and));
    return new StoredRun(
        all,
        more.document.or(() -> document),
        contactSheet || more.contactSheet,
        recorded || more.recorded);
  }
}
