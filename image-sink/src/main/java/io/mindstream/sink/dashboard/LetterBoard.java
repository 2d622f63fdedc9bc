package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.schemas.failure.DeadLetters;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The newest dead letters, without the records in them. May be used by several threads. */
public final class LetterBoard {

  private static final int KEPT = 2000;

  private final Touched touched;
  private final Map<String, Letter> letters = new LinkedHashMap<>();
  private int count;
  private @Nullable Instant since;

  LetterBoard(Touched touched) {
    this.touched = touched;
  }

  /** No letter of before will be told of. */
  synchronized void begins(Instant first) {
    since = first;
  }

  /**
   * A record could not be used.
   *
   * @param id the letter's place, partition/offset
   * @return as the API shows it
   */
  synchronized Letter letter(String id, DeadLetter letter, Optional<TrialKey> of) {
    Letter shown = view(id, letter, of);
    if (letters.put(id, shown) == null) {
      count++;
    }
    if (letters.size() > KEPT) {
      letters.remove(letters.keySet().iterator().next());
    }
    touched.now(new Thing.OfLetter(id));
    return shown;
  }

  /** One letter. */
  public synchronized Optional<Letter> view(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  /** Letters of a kind, the newest first. */
  public synchronized List<Letter> newest(Predicate<Letter> kind, int limit) {
    List<Letter> all = new ArrayList<>(letters.values());
    Collections.reverse(all);
    return all.stream().filter(kind).limit(limit).toList();
  }

  /** Since when letters are told of; earlier ones are in the topic alone. */
  public synchronized Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** How many came. */
  public synchronized int count() {
    return count;
  }

  private static Letter view(String id, DeadLetter letter, Optional<TrialKey> of) {
    @Nullable String run =
        of.map(TrialKey::runId)
            .or(() -> RunIds.parse(DeadLetters.keyOf(letter)).map(RunId::toString))
            .orElse(null);
    return new Letter(
        id,
        letter.getCode(),
        letter.getMessage(),
        letter.getTopic(),
        letter.getService(),
        run,
        of.map(TrialKey::trialIndex).orElse(null),
        letter.getFailedAt());
  }
}
