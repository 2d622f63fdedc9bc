package io.mindstream.sink.catalogue;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.Totals;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.dashboard.RunViews;
import io.mindstream.sink.dashboard.TrialCard;
import io.mindstream.sink.history.History;
import io.mindstream.sink.history.StoredRun;
import io.mindstream.storage.document.TrialRevisions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The runs and trials that are known, of the topics and of the store. While the store is away, only
 * what is known without it. Any thread may use it.
 */
public final class Catalogue {

  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing(Run::startedAt).thenComparing(Run::runId).reversed();

  private final Board board;
  private final History history;

  /** Joins the two. */
  public Catalogue(Board board, History history) {
    this.board = board;
    this.history = history;
  }

  /** All runs, those that began last first. */
  public List<Run> runs() {
    Map<String, Run> runs = new HashMap<>();
    history.index().all().forEach((id, stored) -> runs.put(id, stored(id, stored)));
    board.runs().all().forEach(run -> runs.put(run.runId(), run));
    return runs.values().stream().sorted(NEWEST_FIRST).toList();
  }

  /** One run. */
  public Optional<Run> run(String id) {
    return board
        .runs()
        .view(id)
        .or(
            () ->
                Optional.of(history.index().run(id))
                    .filter(StoredRun::any)
                    .map(objects -> stored(id, objects)));
  }

  /** The trials of a run, by index. */
  public NavigableSet<Integer> trials(String run) {
    NavigableSet<Integer> trials = new TreeSet<>(history.index().run(run).trials().keySet());
    board.trials().of(run).forEach(key -> trials.add(key.trialIndex()));
    return trials;
  }

  /** One trial. */
  public Optional<Trial> trial(TrialKey key) {
    Optional<Trial> shown = board.trials().view(key);
    if (shown.filter(trial -> trial.state() != Trial.State.waiting).isPresent()) {
      return shown;
    }
    TrialRevisions answers = history.trial(key);
    if (answers.shown().isEmpty()) {
      return shown;
    }
    TrialCard card = new TrialCard(key);
    card.decoded(answers);
    return Optional.of(
        card.view(history.index().trial(key), board.trials().similarity(key).orElse(null)));
  }

  /**
   * Whether a filter may take a trial, without reading the trial's document: by what the run's
   * document says of it. True where that is not enough to tell.
   */
  boolean mayTake(TrialFilter filter, TrialKey key) {
    if (board.trials().view(key).isPresent()) {
      return true;
    }
    return history
        .runs()
        .trial(key.runId(), key.trialIndex())
        .map(line -> filter.mayTake(key, line, history.runs().namesStimuli(key.runId())))
        .orElse(true);
  }

  /** Which of a trial's answers is shown; the first where none is known. */
  public int shownRevision(TrialKey key) {
    return board
        .trials()
        .shownRevision(key)
        .or(() -> history.trial(key).shown().map(answer -> answer.answer().revision()))
        .orElse(1);
  }

  /** Counts of everything. */
  public Totals totals() {
    List<Run> runs = runs();
    return new Totals(
        runs.size(),
        runs.stream().mapToInt(Run::trials).sum(),
        runs.stream().mapToInt(Run::images).sum(),
        history.index().all().values().stream().mapToInt(StoredRun::pictures).sum(),
        board.letters().count(),
        board.letters().since().orElse(null));
  }

  private Run stored(String id, StoredRun objects) {
    return history
        .runs()
        .find(id)
        .map(document -> RunViews.of(document, objects))
        .orElseGet(() -> RunViews.of(id, objects));
  }
}
