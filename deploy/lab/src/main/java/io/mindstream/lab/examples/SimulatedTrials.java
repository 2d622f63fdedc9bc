package io.mindstream.lab.examples;

import io.mindstream.bridge.simulation.Presentation;
import io.mindstream.bridge.simulation.RunPlan;
import io.mindstream.bridge.simulation.SimulatedSubject;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.preprocess.normalise.OfflineVectors;
import io.mindstream.preprocess.normalise.OfflineVectors.Answer;
import io.mindstream.preprocess.normalise.OfflineVectors.Asked;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Trials of the simulated subject with the vectors that the pipeline makes of the simulated
 * scanner's runs: the same plan of a run, the same noise, the same rounding to INT16, the same
 * windows and running normalisation, but no volumes and no Kafka.
 */
public final class SimulatedTrials {

  private final SimulationSettings settings;
  private final SimulatedSubject subject;

  /**
   * A trial.
   *
   * @param stimulus what was shown
   * @param vector (V) as in {@code decoder.voxel-vectors}; owned by this record
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record SimulatedTrial(Stimulus stimulus, float[] vector) {}

  /** Trials of sessions with these settings; number of runs and seed are not used. */
  public SimulatedTrials(SimulationSettings settings) {
    this.settings = settings;
    this.subject =
        new SimulatedSubject(settings.subjectSeed(), settings.voxels(), settings.noise());
  }

  /** The ROI that the simulated scanner publishes. */
  public static RoiMask roi(SimulationSettings settings) {
    return new SimulatedScanner(settings).roi();
  }

  /** Trials whose stimuli the scanner never shows. */
  public List<SimulatedTrial> forTraining(int count, long seed) {
    return trials(
        count,
        seed,
        shown -> new Stimulus(shown.category(), shown.seed() - Stimulus.FIRST_SCANNER_SEED));
  }

  /** Trials as the scanner shows them: none of these stimuli is ever used in training. */
  public List<SimulatedTrial> asScanned(int count, long seed) {
    return trials(count, seed, UnaryOperator.identity());
  }

  private List<SimulatedTrial> trials(int count, long seed, UnaryOperator<Stimulus> stimulus) {
    List<SimulatedTrial> trials = new ArrayList<>();
    SimulationSettings session = settings.withSeed(seed);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int run = 0; trials.size() < count; run++) {
      trials.addAll(run(RunPlan.of(session, run), seeds.nextLong(), stimulus));
    }
    return trials.subList(0, count);
  }

  private List<SimulatedTrial> run(RunPlan plan, long noiseSeed, UnaryOperator<Stimulus> stimulus) {
    List<Presentation> shown =
        plan.trials().stream()
            .map(
                trial ->
                    new Presentation(
                        stimulus.apply(trial.stimulus()),
                        trial.onsetSeconds(),
                        trial.durationSeconds()))
            .toList();
    float[][] series =
        subject.series(shown, plan.volumes(), settings.repetitionTimeSeconds(), noiseSeed);
    for (float[] row : series) {
      for (int v = 0; v < row.length; v++) {
        row[v] = Math.min(Math.max(Math.round(row[v]), 0), Short.MAX_VALUE);
      }
    }
    return vectors(shown, series);
  }

  private List<SimulatedTrial> vectors(List<Presentation> shown, float[][] series) {
    VectorRecipe recipe = VectorRecipe.SIMULATED;
    FinishedRun run =
        new FinishedRun(series.length, subject.voxels(), settings.repetitionTimeSeconds());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Presentation trial = shown.get(i);
      double onset = trial.onsetSeconds();
      double duration = trial.durationSeconds();
      TrialWindow window = recipe.window(onset, duration, EventWindow.NONE, run.repetitionTime());
      FoldTrial told = new FoldTrial(i, Optional.empty(), onset, duration, List.of());
      asked.add(run.asked(told, window, recipe.newestVolume(window, run.repetitionTime())));
    }
    List<VolumeRow> rows = Arrays.stream(series).map(VolumeRow::of).toList();
    List<Optional<Answer>> answers = OfflineVectors.of(recipe.method(), run.folded(), rows, asked);
    return IntStream.range(0, shown.size())
        .mapToObj(
            i -> new SimulatedTrial(shown.get(i).stimulus(), answers.get(i).orElseThrow().values()))
        .toList();
  }
}
