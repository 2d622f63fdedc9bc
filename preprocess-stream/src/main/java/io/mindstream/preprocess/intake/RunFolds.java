package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.RunFold;
import io.mindstream.preprocess.normalise.VectorFold;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.service.NewestEntries;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The folds of the runs of a partition. They live in memory alone and are made again from the
 * stored rows where they are missing, after a restart for example: so they cost no changelog.
 */
final class RunFolds {

  /** A fold has some hundred bytes a voxel; one that is dropped is made again. */
  private static final int MOST = 64;

  private final RunStores stores;
  private final PreprocessConfig config;
  private final Map<String, Folded> newest = NewestEntries.byUse(MOST);
  private final Map<String, Folded> past = NewestEntries.byUse(1);
  private final Map<String, WholeRun> ends = NewestEntries.byUse(1);

  RunFolds(RunStores stores, PreprocessConfig config) {
    this.stores = stores;
    this.config = config;
  }

  /** One session's fold and the highest volume in it. */
  private static final class Folded {
    private final Instant startedAt;
    private final RunFold fold;
    private final boolean lasting;
    private int volume = -1;

    /** One that lasts knows how many voxels a row has. */
    private Folded(Instant startedAt, RunFold fold, boolean lasting) {
      this.startedAt = startedAt;
      this.fold = fold;
      this.lasting = lasting;
    }
  }

  /** The run's fold up to its highest volume. */
  RunFold of(Run run) {
    return to(newest, run, run.progress().highestVolume());
  }

  /**
   * The run's fold with one more volume. Its row is in the store, but where the fold has all before
   * it, it is not read from there again.
   *
   * @param before the run before it
   * @param after the run with it
   */
  RunFold settled(Run before, Run after, VolumeRow row) {
    Folded known = newest.get(after.id());
    int last = before.progress().highestVolume();
    if (known == null || !fits(known, before, last) || known.volume != last) {
      return of(after);
    }
    known.volume = after.progress().highestVolume();
    known.fold.add(known.volume, row);
    return known.fold;
  }

  /** The run's fold as it was at an earlier volume; to be used before the next call. */
  RunFold asOf(Run run, int volume) {
    return volume == run.progress().highestVolume() ? of(run) : to(past, run, volume);
  }

  /** Tells the run's fold of a trial, the last one in the store. */
  void expect(Run run, FoldTrial trial) {
    past.remove(run.id());
    ends.remove(run.id());
    Folded folded = newest.get(run.id());
    if (folded != null && !folded.fold.expect(trial)) {
      newest.remove(run.id());
    }
  }

  /**
   * A fold of a run that is complete, with all its trials; empty where the method knows nothing
   * more of a whole run than {@link #of} does.
   */
  Optional<VectorFold> atRunEnd(Run run) {
    WholeRun known = ends.get(run.id());
    if (known == null || !known.startedAt.equals(run.header().getStartedAt())) {
      known = new WholeRun(run.header().getStartedAt(), wholeRun(run));
      ends.put(run.id(), known);
    }
    return known.fold;
  }

  /** The fold of a session that is complete. */
  private record WholeRun(Instant startedAt, Optional<VectorFold> fold) {}

  private Optional<VectorFold> wholeRun(Run run) {
    Optional<VectorFold> whole = config.method().wholeRunFold(shape(run));
    whole.ifPresent(fold -> fill(fold, run));
    return whole;
  }

  private void fill(VectorFold whole, Run run) {
    RunFold fold = of(run);
    stores.trials().inOrder(run.id()).forEach(known -> whole.expect(known.trial()));
    stores
        .rows()
        .visit(
            run.id(),
            0,
            run.progress().highestVolume(),
            (index, row) -> {
              if (row.usable()) {
                whole.add(index, row, fold.isSpike(index));
              }
            });
  }

  private RunFold to(Map<String, Folded> folds, Run run, int volume) {
    Folded known = folds.get(run.id());
    Folded folded = known != null && fits(known, run, volume) ? known : begin(run);
    int from = folded.volume + 1;
    folded.volume = volume;
    stores
        .rows()
        .visit(
            run.id(),
            from,
            volume,
            (index, row) -> {
              if (!row.passedOver()) {
                folded.fold.add(index, row);
              }
            });
    folds.put(run.id(), folded);
    return folded.fold;
  }

  private static boolean fits(Folded folded, Run run, int volume) {
    return folded.lasting
        && folded.startedAt.equals(run.header().getStartedAt())
        && folded.volume <= volume;
  }

  private Folded begin(Run run) {
    RunFold fold = new RunFold(config.method(), shape(run), config.quality());
    stores.trials().inOrder(run.id()).forEach(known -> fold.expect(known.trial()));
    return new Folded(run.header().getStartedAt(), fold, stores.rows().outside(run.id()) >= 0);
  }

  private FoldedRun shape(Run run) {
    int expected = run.header().getExpectedVolumes().orElse(0);
    return new FoldedRun(
        stores.rois().get(run.id()).size(),
        run.repetitionTimeSeconds(),
        expected > 0 ? OptionalInt.of(expected) : OptionalInt.empty(),
        Math.max(0, stores.rows().outside(run.id())));
  }
}
