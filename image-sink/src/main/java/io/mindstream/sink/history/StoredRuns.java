package io.mindstream.sink.history;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.RunDocument;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The documents of runs, each read when the store was last looked at. Any thread may use it. */
public final class StoredRuns {

  private final ObjectStore store;
  private final Map<String, RunDocument> known = new ConcurrentHashMap<>();

  /** Nothing is read yet. */
  public StoredRuns(ObjectStore store) {
    this.store = store;
  }

  /** A run's document, as it was when it was last read. */
  public Optional<RunDocument> find(String run) {
    return Optional.ofNullable(known.get(run));
  }

  /** What a run's document says of a trial. */
  public Optional<RunDocument.Trial> trial(String run, int index) {
    return find(run).stream()
        .flatMap(document -> document.trials().stream())
        .filter(trial -> trial.index() == index)
        .findFirst();
  }

  /**
   * Reads a run's document, where it is not known to be its last state.
   *
   * @return whether it says anything new
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  boolean read(String run) {
    AtomicBoolean isNew = new AtomicBoolean();
    Documents.find(store, RunKeys.of(run).document(), RunDocument.class)
        .ifPresent(document -> isNew.set(!Objects.equals(known.put(run, document), document)));
    return isNew.get();
  }
}
