package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.NoiseSource;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.WeightFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiserTest {

  private static final NoiseSchedule SCHEDULE = new NoiseSchedule(1000, 0.0015, 0.0195);
  private static final long[] TIMESTEPS = {900, 40};
  private static final int LATENT = 3 * 8 * 8;

  @TempDir private Path temporary;

  @Test
  void shouldTurnEachSamplesVelocityIntoNoise() {
    FloatArray x =
        new FloatArray(new long[] {2, 3, 8, 8}, NoiseSource.standardNormal(1, 2 * LATENT));
    float[] output = eps(x, Prediction.NOISE);
    float[] eps = eps(x, Prediction.VELOCITY);
    for (int i = 0; i < eps.length; i++) {
      int t = (int) TIMESTEPS[i / LATENT];
      double expected = SCHEDULE.noise(t) * x.values()[i] + SCHEDULE.signal(t) * output[i];
      assertThat((double) eps[i]).isCloseTo(expected, within(1e-5));
    }
  }

  private float[] eps(FloatArray x, Prediction prediction) {
    Path folder = temporary.resolve(prediction.name());
    RandomBundle.create(ModelSize.TINY, 100, 1, null, folder);
    try (ModelBundle bundle = ModelBundle.open(folder);
        TorchNetwork network =
            TorchNetwork.load(
                new ArchiveCache(temporary).archive(bundle, WeightFormat.FLOAT32, Device.cpu()),
                Device.cpu())) {
      DecoderStages stages = new DecoderStages(network, SCHEDULE, prediction);
      FloatArray context =
          stages.encode(new FloatArray(new long[] {1, 104}, new float[104])).context();
      return stages.eps(x, TIMESTEPS, context).values();
    }
  }
}
