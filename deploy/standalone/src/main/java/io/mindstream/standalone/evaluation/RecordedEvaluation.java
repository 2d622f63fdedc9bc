package io.mindstream.standalone.evaluation;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.decoder.evaluation.EvaluatedTrial;
import io.mindstream.decoder.evaluation.RidgeClassifier;
import io.mindstream.decoder.evaluation.RidgePenalty;
import io.mindstream.decoder.training.TrainingException;
import io.mindstream.standalone.training.Drawings;
import io.mindstream.standalone.training.RecordedTrial;
import io.mindstream.standalone.training.RecordedTrials;
import io.mindstream.standalone.training.TrainingSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recorded runs that a model was not trained on, decoded; and a linear classifier beside it. */
final class RecordedEvaluation {

  private final TrainingSplit split;
  private final RecordedTrials tested;
  private final List<Category> categories;

  /**
   * Reads the test runs.
   *
   * @param split what the model was trained on
   * @param runs labels of the test runs
   * @throws TrainingException where a test run was trained on
   */
  RecordedEvaluation(TrainingSplit split, Path folder, List<String> runs) {
    this.split = split;
    this.tested =
        RecordedTrials.read(folder, ReplayOptions.defaults().withRuns(runs), split.roiIndices());
    this.categories =
        split.trials().stream()
            .map(RecordedTrial::type)
            .distinct()
            .sorted()
            .map(Drawings::category)
            .toList();
    for (String run : tested.runNames()) {
      if (split.runs().contains(run)) {
        throw new TrainingException(
            run + " was used in training; evaluate on other runs, by --runs");
      }
    }
  }

  List<Category> categories() {
    return categories;
  }

  int trials() {
    return tested.trials().size();
  }

  /** Which runs were trained on, and which are tested. */
  String describe() {
    return "trained on "
        + String.join(", ", split.runs())
        + "\ntested on  "
        + String.join(", ", tested.runNames());
  }

  /** Decodes every trial; the target is a drawing of its category. */
  List<EvaluatedTrial> decode(TrialDecoding decoding, DecodingProgress progress) {
    List<EvaluatedTrial> decoded = new ArrayList<>();
    for (RecordedTrial trial : tested.trials()) {
      int label = label(trial);
      decoded.add(
          new EvaluatedTrial(
              trial.run().replaceFirst(".*_", "") + " " + trial.type(),
              label,
              Optional.of(
                  Drawings.draw(new Stimulus(categories.get(label), Stimulus.FIRST_SCANNER_SEED))),
              decoding.decode(trial.run(), decoded.size(), trial.vector())));
      progress.decoded();
    }
    return decoded;
  }

  /**
   * How many test trials a ridge classifier gets right that knows the training trials alone; its
   * penalty is chosen by leaving out one training run after the other.
   */
  int ridgeHits() {
    double[][] rows = rows(split.trials());
    int[] labels = split.trials().stream().mapToInt(this::label).toArray();
    int[] runs = split.trials().stream().mapToInt(t -> split.runs().indexOf(t.run())).toArray();
    double penalty = RidgePenalty.choose(rows, labels, runs, categories.size());
    RidgeClassifier ridge = RidgeClassifier.fit(rows, labels, categories.size(), penalty);
    return (int)
        tested.trials().stream()
            .filter(trial -> ridge.classify(doubles(trial.vector())) == label(trial))
            .count();
  }

  private int label(RecordedTrial trial) {
    int label = categories.indexOf(Drawings.category(trial.type()));
    if (label < 0) {
      throw new TrainingException(
          trial.run() + " shows '" + trial.type() + "', which the model was not trained on");
    }
    return label;
  }

  private static double[][] rows(List<RecordedTrial> trials) {
    return trials.stream().map(trial -> doubles(trial.vector())).toArray(double[][]::new);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
