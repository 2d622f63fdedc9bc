package io.mindstream.sink.history;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.NewestEntries;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The documents of trials, read as they are asked for; the newest are kept. Any thread. */
public final class StoredTrials {

  private static final int KEPT = 20_000;

  private final ObjectStore store;
  private final StoreIndex index;
  private final Map<TrialKey, TrialDocument> kept =
      Collections.synchronizedMap(NewestEntries.byUse(KEPT));

  /** Nothing is read yet. */
  public StoredTrials(ObjectStore store, StoreIndex index) {
    this.store = store;
    this.index = index;
  }

  /**
   * A trial's document; read again where the store has other pictures than it says.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public Optional<TrialDocument> find(TrialKey trial) {
    TrialDocument known = kept.get(trial);
    if (known != null && known.samples().size() == index.trial(trial).samples().size()) {
      return Optional.of(known);
    }
    Optional<TrialDocument> read =
        Documents.find(store, new TrialKeys(trial).document(), TrialDocument.class);
    read.ifPresent(document -> kept.put(trial, document));
    return read;
  }

  /** A trial's document as it was when it was last read; empty where it was not. */
  public Optional<TrialDocument> known(TrialKey trial) {
    return Optional.ofNullable(kept.get(trial));
  }
}
