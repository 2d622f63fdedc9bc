package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.DecoderStages.Encoded;
import io.mindstream.decoder.network.ArchiveCache;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The numbers of the public code for a small model; tolerances in the golden array's deviations.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TinyParityTest {

  private static final double STAGE = 1e-4;
  private static final double LATENT = 1e-3;

  private Goldens goldens;
  private BrainDecoder decoder;

  @BeforeAll
  void load(@TempDir Path temporary) {
    goldens = Goldens.of("tiny");
    try (ModelBundle bundle = goldens.bundle(temporary.resolve("bundle"), 8)) {
      decoder =
          BrainDecoder.load(
              bundle,
              new DeviceChoice.Cpu(),
              Precision.FP32,
              new ArchiveCache(temporary.resolve("cache")));
    }
  }

  @AfterAll
  void close() {
    if (decoder != null) {
      decoder.close();
    }
  }

  @Test
  void shouldPadAndNormaliseRawVectorsByTheirOwnStatistics() {
    var raw = NpyFile.read(goldens.file("fmri_raw.npy")).matrix("fmri_raw");
    FloatArray got = TrialVoxels.prepare(raw, decoder.model());
    FloatArray golden = goldens.array("fmri_normalised");
    assertThat(Goldens.difference(got.values(), golden.values())).isLessThan(1e-6);
  }

  @Test
  void shouldEncodeLikeThePublicCode() {
    Encoded got = decoder.stages().encode(goldens.array("fmri_normalised"));
    assertClose(got.encoderOutput(), "encoder_output", STAGE);
    assertClose(got.context(), "context", STAGE);
    assertClose(got.timeCondition(), "time_condition", STAGE);
  }

  @Test
  void shouldPredictNoiseLikeThePublicCode() {
    FloatArray got =
        decoder
            .stages()
            .eps(goldens.array("unet_x"), goldens.whole("unet_t"), goldens.array("context"));
    assertClose(got, "unet_eps", STAGE);
  }

  @Test
  void shouldDecodeLatentsLikeThePublicCode() {
    assertClose(decoder.stages().decode(goldens.array("vq_latent")), "vq_image", STAGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLMS", "DDIM"})
  void shouldSampleLikeThePublicCode(SamplerKind sampler) {
    FloatArray context = goldens.array("context");
    FloatArray noise = goldens.array("initial_noise");
    List<FloatArray> latents =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    decoder
                        .stages()
                        .sample(
                            context.slice(i, i + 1),
                            noise.slice(i, i + 1),
                            new SamplingSettings(sampler, 10, 0),
                            StepListener.NONE))
            .toList();
    assertClose(FloatArray.concatenate(latents), sampler + "_latent", LATENT);
  }

  @Test
  void shouldDrawThePublicCodesPictures() {
    FloatArray pictures = decoder.stages().decode(goldens.array("plms_latent"));
    float[] clamped = new float[pictures.values().length];
    for (int i = 0; i < clamped.length; i++) {
      clamped[i] = Math.min(Math.max((pictures.values()[i] + 1) / 2, 0), 1);
    }
    assertThat(Goldens.difference(clamped, goldens.array("plms_image").values())).isLessThan(STAGE);
  }

  private void assertClose(FloatArray got, String golden, double tolerance) {
    FloatArray wanted = goldens.array(golden);
    assertThat(got.shape()).as(golden).containsExactly(wanted.shape());
    assertThat(Goldens.difference(got.values(), wanted.values()))
        .as(golden)
        .isLessThan(tolerance * Goldens.deviation(wanted.values()));
  }
}
