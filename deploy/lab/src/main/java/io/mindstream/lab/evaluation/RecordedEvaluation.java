package io.mindstream.lab.evaluation;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.evaluation.DecodedSession.DecodedTrial;
import io.mindstream.lab.examples.Drawings;
import io.mindstream.lab.examples.RecordedTrial;
import io.mindstream.lab.examples.RecordedTrials;
import io.mindstream.lab.examples.TrainingSplit;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recorded runs that a model was not trained on, decoded; and a linear classifier beside it. */
public final class RecordedEvaluation {

  private final TrainingSplit split;
  private final BidsReplay replay;
  private final List<RecordedTrial> tested;
  private final List<Category> categories;

  /**
   * Reads the test runs.
   *
   * @param split what the model was trained on
   * @param recipe how the model's vectors are made
   * @param runs labels of the test runs
   * @throws TrainingException where a test run was trained on, or shows what was not trained on
   */
  public RecordedEvaluation(
      TrainingSplit split, VectorRecipe recipe, Path folder, List<String> runs) {
    this.split = split;
    this.categories =
        split.trials().stream()
            .map(RecordedTrial::type)
            .distinct()
            .sorted()
            .map(Drawings::category)
            .toList();
    this.replay = BidsReplay.open(folder, split.replay(runs));
    testedRuns().forEach(this::requireUnseen);
    this.tested = RecordedTrials.of(replay, recipe).trials();
    tested.forEach(trial -> label(trial.type()));
  }

  /** What was trained on, in the order of trial types; a label is an index of this list. */
  public List<Category> categories() {
    return categories;
  }

  /** Which runs were trained on, and which are tested; a line each. */
  public List<String> describe() {
    return List.of(
        "trained on " + String.join(", ", split.runs()),
        "tested on  " + String.join(", ", testedRuns()));
  }

  /** Decodes every trial in a pipeline. */
  public DecodedSession decode(PipelineDecoding decoding, PrintWriter err)
      throws IOException, InterruptedException {
    DecodedSession session = decoding.decode(replay, err);
    if (session.trials().isEmpty()) {
      throw new TrainingException("no trial was decoded: " + session.problems());
    }
    return session;
  }

  /** The decoded trials; the target of each is a drawing of its category. */
  public List<EvaluatedTrial> evaluated(DecodedSession session) {
    return session.trials().stream().map(this::evaluated).toList();
  }

  /** The linear classifier on the same trials. */
  public RidgeScores ridge(DecodedSession session) {
    return new RidgeComparison(split, categories.size(), this::label)
        .score(tested, session.trials().stream().map(DecodedTrial::vector).toList());
  }

  private EvaluatedTrial evaluated(DecodedTrial trial) {
    int label = label(trial.vector().getTrialType());
    RgbImage target = Drawings.typical(categories.get(label), Drawings.PIXELS);
    String run = trial.vector().getRunId().replaceFirst(".*_", "");
    return new EvaluatedTrial(
        run + " " + trial.vector().getTrialType(), label, Optional.of(target), trial.samples());
  }

  private List<String> testedRuns() {
    return replay.runs().stream().map(run -> run.description().runId().toString()).toList();
  }

  private void requireUnseen(String run) {
    if (split.runs().contains(run)) {
      throw new TrainingException(run + " was used in training; evaluate on other runs, by --runs");
    }
  }

  private int label(String type) {
    int label = categories.indexOf(Drawings.category(type));
    if (label < 0) {
      throw new TrainingException(
          "the test runs show '" + type + "', which the model was not trained on");
    }
    return label;
  }
}
