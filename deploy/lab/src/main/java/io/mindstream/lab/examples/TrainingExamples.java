package io.mindstream.lab.examples;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.SamplingDefaults;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.examples.SimulatedTrials.SimulatedTrial;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.training.TrainingSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A few trials decoded by a new model, for its report; they are no measure of it. */
public final class TrainingExamples {

  private static final int COUNT = 16;
  private static final long SEED = 1;
  private static final int NOT_SCORED = 0;

  private final BrainDecoder decoder;

  private TrainingExamples(BrainDecoder decoder) {
    this.decoder = decoder;
  }

  /** Trials of the simulated subject that no training saw. */
  public static List<EvaluatedTrial> simulated(Path bundle) {
    return decode(
        bundle,
        examples ->
            new SimulatedTrials(SimulationSettings.defaults())
                .asScanned(COUNT, SEED).stream().map(examples::of));
  }

  /** The first trials that were trained on: no other run may be opened. */
  public static List<EvaluatedTrial> recorded(Path bundle, RecordedTrials trials) {
    TrainingSet seen = trials.asRecorded(Drawings.PIXELS);
    return decode(
        bundle,
        examples ->
            IntStream.range(0, Math.min(COUNT, seen.trials()))
                .mapToObj(trial -> examples.of(seen, trial)));
  }

  private static List<EvaluatedTrial> decode(
      Path folder, Function<TrainingExamples, Stream<EvaluatedTrial>> decoding) {
    try (ModelBundle bundle = ModelBundle.open(folder);
        BrainDecoder decoder = BrainDecoder.load(bundle, new DeviceChoice.Auto(), Precision.FP32)) {
      return decoding.apply(new TrainingExamples(decoder)).toList();
    }
  }

  private EvaluatedTrial of(SimulatedTrial trial) {
    return example(trial.stimulus().id(), Drawings.draw(trial.stimulus()), trial.vector());
  }

  private EvaluatedTrial of(TrainingSet seen, int trial) {
    return example(seen.categories().get(trial), seen.pictures().get(trial), seen.vectors()[trial]);
  }

  private EvaluatedTrial example(String name, RgbImage target, float[] vector) {
    SamplingDefaults usual = decoder.model().sampling();
    SamplingSettings settings =
        new SamplingSettings(SamplerKind.parse(usual.sampler()), usual.steps(), 0);
    List<RgbImage> decoded =
        decoder.decode(vector, new long[] {SEED}, settings, StepListener.NONE).images();
    return new EvaluatedTrial(name, NOT_SCORED, Optional.of(target), decoded);
  }
}
