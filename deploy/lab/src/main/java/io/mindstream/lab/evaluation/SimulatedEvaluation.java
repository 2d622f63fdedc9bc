package io.mindstream.lab.evaluation;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.examples.Drawings;
import io.mindstream.lab.examples.SimulatedTrials;
import io.mindstream.lab.examples.SimulatedTrials.SimulatedTrial;
import io.mindstream.lab.scoring.EvaluatedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trials of the simulated subject whose stimuli no training ever drew, decoded. */
public final class SimulatedEvaluation {

  private final TrialDecoding decoding;
  private final DecodingProgress progress;

  /**
   * Evaluates a model.
   *
   * @param progress is told of each trial
   */
  public SimulatedEvaluation(TrialDecoding decoding, DecodingProgress progress) {
    this.decoding = decoding;
    this.progress = progress;
  }

  /**
   * Decodes trials.
   *
   * @param noise of the scanner, 1 is that of training
   */
  public List<EvaluatedTrial> decode(int trials, long seed, double noise) {
    SimulationSettings settings = SimulationSettings.defaults().withNoise(noise);
    List<SimulatedTrial> shown = new SimulatedTrials(settings).asScanned(trials, seed);
    List<EvaluatedTrial> decoded = new ArrayList<>();
    for (SimulatedTrial trial : shown) {
      List<RgbImage> images =
          decoding.decode("simulated-seed-" + seed, decoded.size(), trial.vector());
      decoded.add(
          new EvaluatedTrial(
              trial.stimulus().id(),
              Category.viewed().indexOf(trial.stimulus().category()),
              Optional.of(Drawings.draw(trial.stimulus())),
              images));
      progress.decoded();
    }
    return decoded;
  }
}
