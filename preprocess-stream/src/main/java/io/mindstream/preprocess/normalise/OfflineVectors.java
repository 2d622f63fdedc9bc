package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.normalise.VectorMethod.FoldedRun;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a run whose volumes are all there, to the bit as the live stream makes them: each
 * from the volumes up to its moment. Letters: V voxels of the ROI.
 */
public final class OfflineVectors {

  private OfflineVectors() {}

  /**
   * A trial's vector that is wanted.
   *
   * @param trial as a fold knows it; one answer is due, after the newest volume
   * @param window its volumes
   * @param newestVolume the moment: index of the newest volume that is known
   */
  public record Asked(FoldTrial trial, TrialWindow window, int newestVolume) {}

  /**
   * What becomes of a trial: a vector, or why it has none.
   *
   * @param vector null where it is refused
   * @param volumesUsed how many of the window's volumes could be used
   * @param refusal as the live stream's; null where there is a vector
   */
  public record Answer(
      @Nullable TrialVector vector, int volumesUsed, @Nullable PipelineException refusal) {

    /**
     * The vector (V), owned by this record.
     *
     * @throws PipelineException where there is none
     */
    public float[] values() {
      if (vector == null) {
        throw Objects.requireNonNull(refusal);
      }
      return vector.values();
    }

    /**
     * True for a trial that has too little to be made of, while others of the run may have enough:
     * volumes, or, for one of a run's first trials, earlier ones to be told against.
     */
    public boolean isRefusedAlone() {
      return refusal != null
          && (refusal.code() == FailureCode.TOO_FEW_RESPONSES
              || refusal.code() == FailureCode.TOO_FEW_VOLUMES);
    }
  }

  /**
   * Makes vectors.
   *
   * @param rows one a volume, in order of index; those that can't be used are left out
   * @param asked in the order in which the trials' events are read
   * @return one for each that is asked; empty where no volume of its window can be used
   */
  public static List<Optional<Answer>> of(
      VectorMethod method, FoldedRun run, List<VolumeRow> rows, List<Asked> asked) {
    RunFold fold = new RunFold(method, run, QualityLimits.DEFAULT);
    asked.forEach(each -> fold.expect(each.trial().answeredAfter(List.of(each.newestVolume()))));
    List<Optional<Answer>> answers =
        new ArrayList<>(Collections.nCopies(asked.size(), Optional.empty()));
    List<Asked> due = new ArrayList<>(asked);
    due.sort(Comparator.comparingInt(Asked::newestVolume));
    int next = 0;
    for (Asked each : due) {
      for (; next <= each.newestVolume() && next < rows.size(); next++) {
        fold.add(next, rows.get(next));
      }
      answers.set(asked.indexOf(each), answer(fold, run, rows, each));
    }
    return List.copyOf(answers);
  }

  private static Optional<Answer> answer(
      RunFold fold, FoldedRun run, List<VolumeRow> rows, Asked asked) {
    WindowMean mean = new WindowMean(run.voxels());
    int last = Math.min(Math.min(asked.window().last(), asked.newestVolume()), rows.size() - 1);
    for (int index = asked.window().first(); index <= last; index++) {
      if (rows.get(index).usable()) {
        mean.add(index, rows.get(index).values());
      }
    }
    return mean.volumes() == 0 ? Optional.empty() : Optional.of(answer(fold, asked, mean));
  }

  private static Answer answer(RunFold fold, Asked asked, WindowMean mean) {
    try {
      TrialVector vector = fold.vectors().vector(asked.trial().index(), 0, asked.window(), mean);
      return new Answer(vector, mean.volumes(), null);
    } catch (PipelineException e) {
      return new Answer(null, mean.volumes(), e);
    }
  }
}
