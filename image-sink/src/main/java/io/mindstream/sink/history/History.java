package io.mindstream.sink.history;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.StoreUnavailableException;
import io.mindstream.storage.document.TrialRevisions;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the store has. While the store is away it is not asked, so that nobody waits for it; then
 * only what was read before is known. Any thread may use it.
 */
public final class History {

  private final ObjectStore store;
  private final StoreIndex index;
  private final StoredRuns runs;
  private final StoredTrials trials;
  private final BooleanSupplier storeAnswers;

  /**
   * Joins the parts.
   *
   * @param storeAnswers whether the store is there, as far as is known
   */
  public History(
      ObjectStore store,
      StoreIndex index,
      StoredRuns runs,
      StoredTrials trials,
      BooleanSupplier storeAnswers) {
    this.store = store;
    this.index = index;
    this.runs = runs;
    this.trials = trials;
    this.storeAnswers = storeAnswers;
  }

  /** Which objects there are. */
  public StoreIndex index() {
    return index;
  }

  /** The documents of runs. */
  public StoredRuns runs() {
    return runs;
  }

  /** A trial's answers; none where there is none, or the store is away. */
  public TrialRevisions trial(TrialKey key) {
    if (index.trial(key).documents().isEmpty() || !storeAnswers.getAsBoolean()) {
      return trials.known(key);
    }
    try {
      return trials.find(key);
    } catch (StoreUnavailableException e) {
      return trials.known(key);
    }
  }

  /** An object; empty where there is none, or the store is away. */
  public Optional<byte[]> object(String key) {
    if (!storeAnswers.getAsBoolean()) {
      return Optional.empty();
    }
    try {
      return store.get(key);
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }
}
