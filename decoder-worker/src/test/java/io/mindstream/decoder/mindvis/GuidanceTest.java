package io.mindstream.decoder.mindvis;

import static io.mindstream.decoder.decoding.StepListener.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.ArchiveCache;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidanceTest {

  /** One step, so that the latent is linear in the noise estimate. */
  private static final SamplingSettings ONCE = new SamplingSettings(SamplerKind.DDIM, 1, 0);

  private BrainDecoder decoder;
  private FloatArray trial;
  private FloatArray blank;
  private FloatArray noise;

  @BeforeAll
  void load(@TempDir Path folder) {
    RandomBundle.create(ModelSize.TINY, 100, 1, null, folder.resolve("tiny"));
    ArchiveCache cache = new ArchiveCache(folder.resolve("cache"));
    try (ModelBundle bundle = ModelBundle.open(folder.resolve("tiny"))) {
      decoder = BrainDecoder.load(bundle, new DeviceChoice.Cpu(), Precision.FP32, cache);
    }
    trial = context(1);
    blank = context(0);
    noise = decoder.noise(new long[] {7});
  }

  @AfterAll
  void close() {
    decoder.close();
  }

  @Test
  void shouldChangeNothingAtScaleOne() {
    float[] plain = decoder.stages().sample(trial, noise, ONCE, NONE).values();
    assertThat(guided(1)).isEqualTo(plain);
  }

  @Test
  void shouldGoAsFarBeyondTheTrialAsTheTrialIsFromBlankAtScaleTwo() {
    float[] without = decoder.stages().sample(blank, noise, ONCE, NONE).values();
    float[] plain = guided(1);
    float[] twice = guided(2);
    for (int i = 0; i < plain.length; i++) {
      assertThat(twice[i] - plain[i]).isCloseTo(plain[i] - without[i], within(1e-4f));
    }
  }

  @Test
  void shouldTellATrialFromABlankOne() {
    float[] without = decoder.stages().sample(blank, noise, ONCE, NONE).values();
    assertThat(Goldens.difference(guided(1), without)).isGreaterThan(1e-3);
  }

  @Test
  void shouldRefuseAScaleThatIgnoresTheTrial() {
    assertThatThrownBy(() -> ONCE.withGuidance(0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guidance must be above 0");
  }

  private float[] guided(double scale) {
    return decoder.sample(trial, noise, ONCE.withGuidance(scale), NONE).values();
  }

  private FloatArray context(double size) {
    int voxels = decoder.model().architecture().encoder().voxels();
    float[] values = new float[voxels];
    for (int i = 0; i < voxels; i++) {
      values[i] = (float) (size * Math.sin(1 + i * 0.7));
    }
    return decoder.stages().encode(new FloatArray(new long[] {1, voxels}, values)).context();
  }
}
