package io.mindstream.benchmarks.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.benchmarks.cuda.Python.Outcome;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script's sampler beside Java's, on a trajectory of a small network; needs no torch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplerReplayTest {

  private static final int STEPS = 20;

  private Path folder;
  private BrainDecoder decoder;

  @BeforeAll
  void load(@TempDir Path temporary) {
    folder = temporary;
    RandomBundle.create(ModelSize.TINY, 100, 3, null, folder.resolve("bundle"));
    try (ModelBundle bundle = ModelBundle.open(folder.resolve("bundle"))) {
      TorchThreads.useFor(bundle.weights(), 0);
      ArchiveCache cache = new ArchiveCache(folder.resolve("cache"));
      decoder = BrainDecoder.load(bundle, new DeviceChoice.Cpu(), Precision.FP32, cache);
    }
  }

  @AfterAll
  void close() {
    decoder.close();
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void shouldStepAsJavaDoes(SamplerKind sampler) throws IOException {
    Python python = Python.any();
    Trajectory trajectory = Trajectory.of(decoder, settings(sampler));

    List<String> lines = replay(python, sampler, trajectory).out().lines().toList();

    assertThat(lines.get(0)).isEqualTo(trajectory.timesteps().toString());
    assertThat(Double.parseDouble(lines.get(1))).isLessThan(1e-9);
  }

  /** So that what is replayed is what the decoder does. */
  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void shouldEndWhereTheDecoderEnds(SamplerKind sampler) {
    Trajectory trajectory = Trajectory.of(decoder, settings(sampler));
    FloatArray latent =
        decoder.sample(
            trajectory.context(), trajectory.start(), settings(sampler), StepListener.NONE);

    double[] last = trajectory.latents().get(trajectory.latents().size() - 1);
    for (int i = 0; i < last.length; i++) {
      assertThat(last[i]).isCloseTo(latent.values()[i], within(1e-3));
    }
  }

  private static SamplingSettings settings(SamplerKind sampler) {
    return new SamplingSettings(sampler, STEPS, 0);
  }

  private Outcome replay(Python python, SamplerKind sampler, Trajectory trajectory)
      throws IOException {
    BundleDescription model = decoder.model();
    Path dump = folder.resolve(sampler + ".json");
    Map<String, Object> content =
        Map.of(
            "sampler", sampler.toString(),
            "steps", STEPS,
            "schedule", List.of(model.T(), model.betaStart(), model.betaEnd()),
            "noise", trajectory.noise(),
            "outputs", trajectory.outputs(),
            "latents", trajectory.latents());
    new ObjectMapper().writeValue(dump.toFile(), content);
    Outcome outcome =
        python.run("-I", "-S", "src/test/python/replay.py", "python", dump.toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome;
  }
}
