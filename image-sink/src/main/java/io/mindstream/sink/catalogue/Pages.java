package io.mindstream.sink.catalogue;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.web.RefusedException;
import io.mindstream.sink.api.Run;
import io.mindstream.sink.api.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs and trials page by page; no more is read than a page needs. Any thread may use it. */
public final class Pages {

  private final Catalogue catalogue;

  /** Pages of a catalogue. */
  public Pages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Runs, those that began last first.
   *
   * @param after the run that the page before ended with; null is the first page
   */
  public Page<Run> runs(Predicate<Run> which, int limit, @Nullable String after) {
    return Page.of(behind(after).filter(which), limit, Run::runId);
  }

  /**
   * A run's trials by index.
   *
   * @param after the index that the page before ended with; null is the first page
   */
  public Page<Trial> ofRun(String run, TrialFilter filter, int limit, @Nullable Integer after) {
    List<TrialKey> keys =
        catalogue.trials(run).tailSet(after == null ? 0 : after, after == null).stream()
            .map(index -> new TrialKey(run, index))
            .toList();
    return Page.of(found(keys, filter), limit, trial -> String.valueOf(trial.trialIndex()));
  }

  /**
   * Trials of all runs: the newest run first, its newest trial first.
   *
   * @param after the trial that the page before ended with; null is the first page
   */
  public Page<Trial> newest(TrialFilter filter, int limit, @Nullable String after) {
    Optional<TrialKey> last = Optional.ofNullable(after).map(Pages::key);
    Stream<Run> runs =
        last.map(key -> Stream.concat(catalogue.run(key.runId()).stream(), behind(key.runId())))
            .orElseGet(() -> behind(null))
            .filter(run -> filter.run() == null || filter.run().equals(run.runId()));
    List<TrialKey> keys =
        runs.flatMap(
                run ->
                    catalogue.trials(run.runId()).descendingSet().stream()
                        .map(index -> new TrialKey(run.runId(), index))
                        .filter(key -> last.filter(at -> !isBehind(key, at)).isEmpty()))
            .toList();
    return Page.of(found(keys, filter), limit, Trial::key);
  }

  /** Of a list: a stream of streams would read all trials of a run at once. */
  private Stream<Trial> found(List<TrialKey> keys, TrialFilter filter) {
    return keys.stream()
        .filter(key -> catalogue.mayTake(filter, key))
        .flatMap(key -> catalogue.trial(key).stream())
        .filter(filter::takes);
  }

  private Stream<Run> behind(@Nullable String run) {
    List<Run> runs = catalogue.runs();
    return run == null
        ? runs.stream()
        : runs.stream().dropWhile(other -> !other.runId().equals(run)).skip(1);
  }

  private static boolean isBehind(TrialKey key, TrialKey last) {
    return !key.runId().equals(last.runId()) || key.trialIndex() < last.trialIndex();
  }

  private static TrialKey key(String token) {
    try {
      return TrialKey.parse(token);
    } catch (IllegalArgumentException e) {
      throw RefusedException.field("after", "must be the 'next' of the page before");
    }
  }
}
