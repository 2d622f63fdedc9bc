package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.VectorFold;
import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.state.RunStores;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private final Map<String, RunFold> newest = lately();
  private final Map<String, RunFold> past = lately();

  RunFolds(RunStores stores, PreprocessConfig config) {
    this.stores = stores;
    this.config = config;
  }

  /** One session's fold and the highest volume in it. */
  private static final class RunFold {
    private final Instant startedAt;
    private final VectorFold vectors;
    private int volume = -1;

    private RunFold(Instant startedAt, VectorFold vectors) {
      this.startedAt = startedAt;
      this.vectors = vectors;
    }
  }

  /** The run's fold up to its highest volume. */
  VectorFold of(Run run) {
    return to(newest, run, run.progress().highestVolume());
  }

  /** The run's fold as it was at an earlier volume; used up by the next call. */
  VectorFold asOf(Run run, int volume) {
    return volume == run.progress().highestVolume() ? of(run) : to(past, run, volume);
  }

  /** Tells the run's fold of a trial, the last one in the store. */
  void expect(Run run, VectorFold.FoldTrial trial) {
    past.remove(run.id());
    RunFold fold = newest.get(run.id());
    if (fold != null && !fold.vectors.expect(trial)) {
      newest.remove(run.id());
    }
  }

  private VectorFold to(Map<String, RunFold> folds, Run run, int volume) {
    RunFold known = folds.get(run.id());
    RunFold fold = known != null && fits(known, run, volume) ? known : begin(run);
    if (fold.volume < volume) {
      int from = fold.volume + 1;
      fold.volume = volume;
      stores
          .rows()
          .visit(
              run.id(),
              from,
              volume,
              (index, row) -> {
                if (row.usable()) {
                  fold.vectors.add(index, row);
                }
              });
    }
    folds.put(run.id(), fold);
    return fold.vectors;
  }

  private static boolean fits(RunFold fold, Run run, int volume) {
    return fold.startedAt.equals(run.header().getStartedAt()) && fold.volume <= volume;
  }

  private RunFold begin(Run run) {
    int expected = run.header().getExpectedVolumes().orElse(0);
    FoldedRun folded =
        new FoldedRun(
            stores.rois().get(run.id()).size(),
            run.repetitionTimeSeconds(),
            expected > 0 ? OptionalInt.of(expected) : OptionalInt.empty());
    VectorFold vectors = config.method().fold(folded);
    stores.trials().inOrder(run.id()).forEach(known -> vectors.expect(known.forFold()));
    return new RunFold(run.header().getStartedAt(), vectors);
  }

  private static Map<String, RunFold> lately() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, RunFold> eldest) {
        return size() > MOST;
      }
    };
  }
}
