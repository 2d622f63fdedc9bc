package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.djl.Device;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.NoiseSource;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.mindvis.DecoderStages.Encoded;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.WeightFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeScopeTest {

  /**
   * A capped manager refuses arrays: every one that a call makes must be in the call's own scope.
   */
  @Test
  void shouldLeaveNoArrayInTheModelsOwnManager(@TempDir Path temporary) {
    RandomBundle.create(ModelSize.TINY, 100, 1, null, temporary.resolve("tiny"));
    try (ModelBundle bundle = ModelBundle.open(temporary.resolve("tiny"));
        TorchNetwork network = TorchNetwork.load(archive(bundle, temporary), Device.cpu())) {
      network.manager().cap();
      DecoderStages stages =
          new DecoderStages(network, new NoiseSchedule(1000, 0.0015, 0.0195), Prediction.NOISE);
      assertThatCode(() -> decode(stages)).doesNotThrowAnyException();
    }
  }

  private static void decode(DecoderStages stages) {
    Encoded encoded = stages.encode(new FloatArray(new long[] {1, 104}, new float[104]));
    FloatArray noise =
        new FloatArray(new long[] {2, 3, 8, 8}, NoiseSource.standardNormal(1, 2 * 3 * 64));
    for (SamplerKind sampler : SamplerKind.values()) {
      FloatArray latents =
          stages.sample(
              encoded.context(),
              noise,
              new SamplingSettings(sampler, 6, 0),
              (done, steps, preview) -> assertThat(preview.get()).hasSize(2));
      stages.decode(latents);
    }
  }

  private static Path archive(ModelBundle bundle, Path temporary) {
    return new ArchiveCache(temporary).archive(bundle, WeightFormat.FLOAT32, Device.cpu());
  }
}
