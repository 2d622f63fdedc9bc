package io.mindstream.storage.document;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answers to one trial, whatever the order in which they come: all are kept, the newest is
 * shown. Where the run is played again, what is left of an earlier play is dropped. Immutable.
 */
public final class TrialRevisions {

  /** Nothing is known of the trial. */
  public static final TrialRevisions NONE = new TrialRevisions(new TreeMap<>());

  /** A later play of the run is newer whatever its revision; in one play the revision counts. */
  private static final Comparator<TrialDocument> AGE =
      Comparator.comparing(TrialRevisions::acquiredAt)
          .thenComparing(document -> document.answer().revision());

  private final NavigableMap<Integer, TrialDocument> answers;

  private TrialRevisions(NavigableMap<Integer, TrialDocument> answers) {
    this.answers = answers;
  }

  /** Of documents, in any order. */
  public static TrialRevisions of(Collection<TrialDocument> documents) {
    TrialRevisions all = NONE;
    for (TrialDocument document : documents) {
      all = all.with(document);
    }
    return all;
  }

  /** With an answer more, or with what is known of one now. */
  public TrialRevisions with(TrialDocument found) {
    int revision = found.answer().revision();
    TrialDocument known = answers.get(revision);
    if (known != null && acquiredAt(found).isBefore(acquiredAt(known))) {
      return this;
    }
    NavigableMap<Integer, TrialDocument> all = new TreeMap<>(answers);
    all.put(revision, known == null || isAnother(found, known) ? found : found.after(known));
    TrialDocument newest = all.values().stream().max(AGE).orElseThrow();
    all.tailMap(newest.answer().revision(), false).clear();
    return new TrialRevisions(all);
  }

  /** By revision. */
  public List<TrialDocument> all() {
    return List.copyOf(answers.values());
  }

  /** The one of a revision. */
  public Optional<TrialDocument> get(int revision) {
    return Optional.ofNullable(answers.get(revision));
  }

  /** The newest answer whose pictures are all there; where there is none, the newest. */
  public Optional<TrialDocument> shown() {
    return answers.descendingMap().values().stream()
        .filter(TrialDocument::whole)
        .findFirst()
        .or(() -> Optional.ofNullable(answers.lastEntry()).map(entry -> entry.getValue()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrialRevisions revisions && answers.equals(revisions.answers);
  }

  @Override
  public int hashCode() {
    return answers.hashCode();
  }

  @Override
  public String toString() {
    return "revisions " + answers.keySet();
  }

  /** Decoded again, of another vector. */
  private static boolean isAnother(TrialDocument one, TrialDocument other) {
    return !one.times().vectorEmittedAt().equals(other.times().vectorEmittedAt());
  }

  private static Instant acquiredAt(TrialDocument document) {
    return document.times().lastVolumeAcquiredAt();
  }
}
