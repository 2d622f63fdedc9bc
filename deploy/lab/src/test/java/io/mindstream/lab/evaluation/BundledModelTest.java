package io.mindstream.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.network.TorchThreads;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.lab.cli.DecodingOptions;
import io.mindstream.lab.examples.SimulatedTrials;
import io.mindstream.lab.scoring.EvaluatedTrial;
import io.mindstream.lab.scoring.Scores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that comes with the program. */
class BundledModelTest {

  private static final Path BUNDLE = Path.of("../standalone/src/main/bundle/demo");
  private static final int TRIALS = 32;

  private static Scores scores;

  @BeforeAll
  static void decode() {
    scores = DrawingScorer.of(Category.viewed()).score(decoded());
  }

  @Test
  void shouldBeSmallEnoughForTheRepository() throws IOException {
    assertThat(Files.size(BUNDLE.resolve("weights.safetensors"))).isLessThan(12_000_000);
  }

  @Test
  void shouldKnowTheSimulatedSubjectsVoxels() {
    try (ModelBundle bundle = ModelBundle.open(BUNDLE)) {
      assertThat(bundle.description().roiId())
          .isEqualTo(SimulatedTrials.roi(SimulationSettings.defaults()).getRoiId());
    }
  }

  @Test
  void shouldBringTheRegionThatItWasTrainedOn() {
    assertThat(RegionFile.read(BUNDLE))
        .isEqualTo(SimulatedTrials.roi(SimulationSettings.defaults()));
  }

  @Test
  void shouldDecodePicturesLikeThoseShownInTrialsThatItNeverSaw() {
    assertThat(scores.pcc()).isGreaterThan(0.6);
  }

  @Test
  void shouldMostlyShowTheRightCategoryInTrialsThatItNeverSaw() {
    assertThat(scores.nWayTop1()).isGreaterThan(0.75);
  }

  private static List<EvaluatedTrial> decoded() {
    try (ModelBundle bundle = ModelBundle.open(BUNDLE);
        BrainDecoder decoder = BrainDecoder.load(bundle, new DeviceChoice.Cpu(), Precision.FP32);
        DecodingProgress silent =
            new DecodingProgress(new PrintWriter(Writer.nullWriter()), TRIALS)) {
      TorchThreads.useFor(bundle.weights(), 0);
      TrialDecoding decoding =
          new TrialDecoding(decoder, new DecodingOptions().settings(), StepListener.NONE);
      return new SimulatedEvaluation(decoding, silent).decode(TRIALS, 99, 1);
    }
  }
}
