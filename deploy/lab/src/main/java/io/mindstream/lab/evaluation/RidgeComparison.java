package io.mindstream.lab.evaluation;

import io.mindstream.lab.examples.RecordedTrial;
import io.mindstream.lab.examples.TrainingSplit;
import io.mindstream.lab.scoring.RidgeClassifier;
import io.mindstream.lab.scoring.RidgePenalty;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.schemas.avro.VoxelVector;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A linear classifier beside the model, on the same split: it knows the training trials alone, its
 * penalty is chosen by leaving out one training run after the other.
 *
 * @param split the training trials
 * @param classes how many categories there are
 * @param label class of a trial type
 */
record RidgeComparison(TrainingSplit split, int classes, ToIntFunction<String> label) {

  /**
   * Right trials for each kind of vector.
   *
   * @param tested the test trials, read from their files
   * @param decoded the test trials, as they were on the topic
   */
  RidgeScores score(List<RecordedTrial> tested, List<VoxelVector> decoded) {
    RidgeClassifier pipeline = fit(RecordedTrial::vector);
    long onPipeline =
        decoded.stream()
            .filter(
                trial -> pipeline.classify(values(trial)) == label.applyAsInt(trial.getTrialType()))
            .count();
    return new RidgeScores(
        share(tested, RecordedTrial::standardised),
        share(tested, RecordedTrial::standardisedInWindow),
        (double) onPipeline / decoded.size(),
        tested.size());
  }

  private double share(List<RecordedTrial> tested, Function<RecordedTrial, float[]> kind) {
    RidgeClassifier ridge = fit(kind);
    return tested.stream()
        .mapToInt(
            trial ->
                ridge.classify(RidgeClassifier.row(kind.apply(trial)))
                        == label.applyAsInt(trial.type())
                    ? 1
                    : 0)
        .average()
        .orElseThrow();
  }

  private RidgeClassifier fit(Function<RecordedTrial, float[]> kind) {
    List<RecordedTrial> trials = split.trials();
    double[][] rows =
        trials.stream()
            .map(trial -> RidgeClassifier.row(kind.apply(trial)))
            .toArray(double[][]::new);
    int[] labels = trials.stream().mapToInt(trial -> label.applyAsInt(trial.type())).toArray();
    int[] runs = trials.stream().mapToInt(trial -> split.runs().indexOf(trial.run())).toArray();
    return RidgePenalty.fit(rows, labels, runs, classes);
  }

  private static double[] values(VoxelVector vector) {
    return vector.getValues().stream().mapToDouble(Float::doubleValue).toArray();
  }
}
