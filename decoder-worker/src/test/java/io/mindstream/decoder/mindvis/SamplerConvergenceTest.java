package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.network.ArchiveCache;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few good steps against many plain ones, all from one noise. */
class SamplerConvergenceTest {

  @Test
  void shouldComeNearerToLongPlmsInTwentySolverStepsThanDdimInFifty(@TempDir Path temporary) {
    Goldens goldens = Goldens.of("tiny");
    try (ModelBundle bundle = goldens.bundle(temporary.resolve("bundle"), 8);
        BrainDecoder decoder =
            BrainDecoder.load(
                bundle,
                new DeviceChoice.Cpu(),
                Precision.FP32,
                new ArchiveCache(temporary.resolve("cache")))) {
      float[] reference = latent(goldens, decoder, SamplerKind.PLMS, 250);
      double solver = distance(latent(goldens, decoder, SamplerKind.DPMPP, 20), reference);
      double ddim = distance(latent(goldens, decoder, SamplerKind.DDIM, 50), reference);
      assertThat(solver).isLessThan(ddim / 2);
    }
  }

  private static float[] latent(
      Goldens goldens, BrainDecoder decoder, SamplerKind sampler, int steps) {
    return decoder
        .stages()
        .sample(
            goldens.array("context").slice(0, 1),
            goldens.array("initial_noise").slice(0, 1),
            new SamplingSettings(sampler, steps, 0),
            StepListener.NONE)
        .values();
  }

  /** Root of the summed squares. */
  private static double distance(float[] latent, float[] reference) {
    double sum = 0;
    for (int i = 0; i < latent.length; i++) {
      sum += Math.pow((double) latent[i] - reference[i], 2);
    }
    return Math.sqrt(sum);
  }
}
