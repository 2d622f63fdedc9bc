package io.mindstream.sink.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the store has of a trial.
 *
 * @param samples the decoded pictures: by revision, their indices
 * @param stimulus whether the picture shown is there
 * @param documents the revisions of which there is a document
 */
public record StoredTrial(
    Map<Integer, Set<Integer>> samples, boolean stimulus, Set<Integer> documents) {

  static final StoredTrial NOTHING = new StoredTrial(Map.of(), false, Set.of());

  /** Copies the collections. */
  public StoredTrial {
    samples = Map.copyOf(samples);
    documents = Set.copyOf(documents);
  }

  /** The decoded pictures of one answer, by index. */
  public Set<Integer> samples(int revision) {
    return samples.getOrDefault(revision, Set.of());
  }

  /** How many decoded pictures there are of all answers. */
  public int pictures() {
    return samples.values().stream().mapToInt(Set::size).sum();
  }

  /** With what is there as well. */
  StoredTrial and(StoredTrial more) {
    Map<Integer, Set<Integer>> all = new TreeMap<>(samples);
    more.samples.forEach((revision, found) -> all.merge(revision, found, StoredTrial::both));
    return new StoredTrial(all, stimulus || more.stimulus, both(documents, more.documents));
  }

  private static Set<Integer> both(Set<Integer> one, Set<Integer> other) {
    Set<Integer> all = new TreeSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
