package io.mindstream.lab.cli;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.cli.StopSignal;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.network.TorchThreads;
import io.mindstream.lab.evaluation.DecodedSession;
import io.mindstream.lab.evaluation.DecodingProgress;
import io.mindstream.lab.evaluation.DrawingScorer;
import io.mindstream.lab.evaluation.EvaluationReport;
import io.mindstream.lab.evaluation.PipelineDecoding;
import io.mindstream.lab.evaluation.RecordedEvaluation;
import io.mindstream.lab.evaluation.SimulatedEvaluation;
import io.mindstream.lab.evaluation.TrialDecoding;
import io.mindstream.lab.examples.TrainingSplit;
import io.mindstream.lab.report.SheetFile;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.Scorer;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes trials with a model, draws them on a contact sheet and scores them.
 *
 * @param model folder of the bundle
 * @param decoding sampler and number of pictures
 * @param sheet where the contact sheet goes
 * @param err where is told what is done
 */
record ModelEvaluation(Path model, DecodingOptions decoding, Path sheet, PrintWriter err) {

  private static final int SHOWN = 48;

  /**
   * Scores at each factor of noise, on the same stimuli of the simulated subject.
   *
   * @throws java.util.concurrent.CancellationException where the program is told to stop
   */
  EvaluationReport onSimulated(int count, long seed, List<Double> noise) {
    Scorer scorer = DrawingScorer.of(Category.viewed());
    List<NoiseLevel> curve = new ArrayList<>();
    try (StopSignal stop = StopSignal.listen();
        ModelBundle bundle = ModelBundle.open(model);
        BrainDecoder decoder = BrainDecoder.load(bundle, new DeviceChoice.Auto(), Precision.FP32);
        DecodingProgress progress = new DecodingProgress(err, count * noise.size())) {
      TorchThreads.useFor(bundle.weights(), 0);
      StepListener listener = (done, all, preview) -> stop.check();
      SimulatedEvaluation evaluation =
          new SimulatedEvaluation(
              new TrialDecoding(decoder, decoding.settings(), listener), progress);
      for (double factor : noise) {
        List<EvaluatedTrial> trials = evaluation.decode(count, seed, factor);
        if (curve.isEmpty()) {
          draw(trials, scorer);
        }
        curve.add(new NoiseLevel(factor, scorer.score(trials)));
      }
    }
    String shown =
        "%d trials of the simulated subject, seed %d, never trained on".formatted(count, seed);
    List<String> facts = List.of(shown, decoding.describe());
    return new EvaluationReport(facts, curve.get(0).scores(), null, curve, sheet, List.of());
  }

  /**
   * Scores on recorded runs, replayed through a whole pipeline.
   *
   * @throws TrainingException where the bundle says no recipe, or a run can't be tested on
   */
  EvaluationReport onRecorded(Path folder, List<String> runs)
      throws IOException, InterruptedException {
    TrainingSplit split = TrainingSplit.read(model);
    VectorRecipe recipe = recipe();
    RecordedEvaluation evaluation = new RecordedEvaluation(split, recipe, folder, runs);
    List<String> facts = new ArrayList<>(evaluation.describe());
    facts.forEach(this::say);
    DecodedSession session =
        evaluation.decode(new PipelineDecoding(model, recipe, decoding.settings()), err);
    List<EvaluatedTrial> trials = evaluation.evaluated(session);
    Scorer scorer = DrawingScorer.of(evaluation.categories());
    draw(trials, scorer);
    facts.add("Replayed from " + folder + " through topics, decoder and object store.");
    facts.add(decoding.describe());
    return new EvaluationReport(
        facts,
        scorer.score(trials),
        evaluation.ridge(session),
        List.of(),
        sheet,
        session.problems());
  }

  private VectorRecipe recipe() {
    return VectorRecipe.of(ModelCard.read(model))
        .orElseThrow(
            () ->
                new TrainingException(
                    model + " does not say how its vectors are made; train it anew"));
  }

  private void draw(List<EvaluatedTrial> trials, Scorer scorer) {
    SheetFile.write(
        sheet,
        trials.stream()
            .limit(SHOWN)
            .map(trial -> trial.row(Optional.of(scorer.verdict(trial))))
            .toList(),
        decoding.settings().samples());
    say("contact sheet " + sheet);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
