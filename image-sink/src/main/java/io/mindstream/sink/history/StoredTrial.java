package io.mindstream.sink.history;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the store has of a trial.
 *
 * @param samples the decoded pictures, by index
 * @param stimulus whether the picture shown is there
 * @param document whether trial.json is there
 */
public record StoredTrial(Set<Integer> samples, boolean stimulus, boolean document) {

  static final StoredTrial NOTHING = new StoredTrial(Set.of(), false, false);

  /** Copies the set. */
  public StoredTrial {
    samples = Set.copyOf(samples);
  }

  /** With what is there as well. */
  StoredTrial and(StoredTrial more) {
    if (samples.containsAll(more.samples)) {
      return new StoredTrial(samples, stimulus || more.stimulus, document || more.document);
    }
    Set<Integer> all = new TreeSet<>(samples);
    all.addAll(more.samples);
    return new StoredTrial(all, stimulus || more.stimulus, document || more.document);
  }
}
