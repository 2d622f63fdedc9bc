package io.mindstream.sink.history;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.NewestEntries;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.TrialKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.TrialRevisions;
import java.util.Collections;
import java.util.Map;

/** The documents of trials, read as they are asked for; the newest are kept. Any thread. */
public final class StoredTrials {

  private static final int KEPT = 20_000;

  private final ObjectStore store;
  private final StoreIndex index;
  private final Map<TrialKey, Read> kept = Collections.synchronizedMap(NewestEntries.byUse(KEPT));

  /** What was read, and what the store had then. */
  private record Read(StoredTrial stored, TrialRevisions answers) {}

  /** Nothing is read yet. */
  public StoredTrials(ObjectStore store, StoreIndex index) {
    this.store = store;
    this.index = index;
  }

  /**
   * A trial's answers; read again where the store has other pictures than when they were read, or
   * than they say.
   *
   * @throws io.mindstream.storage.StoreUnavailableException where the store does not answer
   */
  public TrialRevisions find(TrialKey trial) {
    StoredTrial stored = index.trial(trial);
    Read known = kept.get(trial);
    if (known != null && known.stored().equals(stored) && isWhole(known)) {
      return known.answers();
    }
    TrialRevisions answers =
        TrialRevisions.of(
            stored.documents().stream()
                .map(revision -> new TrialKeys(trial, revision).document())
                .flatMap(key -> Documents.find(store, key, TrialDocument.class).stream())
                .toList());
    kept.put(trial, new Read(stored, answers));
    return answers;
  }

  /** A trial's answers as they were when they were last read. */
  public TrialRevisions known(TrialKey trial) {
    Read known = kept.get(trial);
    return known == null ? TrialRevisions.NONE : known.answers();
  }

  private static boolean isWhole(Read known) {
    return known.answers().all().stream()
        .allMatch(
            answer ->
                answer.samples().size()
                    == known.stored().samples(answer.answer().revision()).size());
  }
}
