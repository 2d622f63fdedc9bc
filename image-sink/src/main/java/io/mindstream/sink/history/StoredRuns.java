package io.mindstream.sink.history;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.RunDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documents of runs, each read when the store was last looked at. Any thread may use it. */
public final class StoredRuns {

  private final ObjectStore store;
  private final Map<String, Read> known = new ConcurrentHashMap<>();

  private record Read(String tag, RunDocument document, Map<Integer, RunDocument.Trial> trials) {

    static Read of(String tag, RunDocument document) {
      Map<Integer, RunDocument.Trial> trials = new HashMap<>();
      document.trials().forEach(trial -> trials.put(trial.index(), trial));
      return new Read(tag, document, trials);
    }
  }

  /** Nothing is read yet. */
  public StoredRuns(ObjectStore store) {
    this.store = store;
  }

  /** A run's document, as it was when it was last read. */
  public Optional<RunDocument> find(String run) {
    return Optional.ofNullable(known.get(run)).map(Read::document);
  }

  /** What a run's document says of a trial. */
  public Optional<RunDocument.Trial> trial(String run, int index) {
    return Optional.ofNullable(known.get(run))
        .flatMap(read -> Optional.ofNullable(read.trials().get(index)));
  }

  /** Whether a run's document says which pictures its trials showed. */
  public boolean namesStimuli(String run) {
    return find(run).filter(RunDocument::namesStimuli).isPresent();
  }

  /**
   * Reads a run's document, unless it was read already.
   *
   * @param tag changes with the document
   * @return whether it says anything new
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  boolean read(String run, String tag) {
    Read before = known.get(run);
    if (before != null && before.tag().equals(tag)) {
      return false;
    }
    Optional<RunDocument> found =
        Documents.find(store, RunKeys.of(run).document(), RunDocument.class);
    found.ifPresent(document -> known.put(run, Read.of(tag, document)));
    return found.isPresent();
  }
}
