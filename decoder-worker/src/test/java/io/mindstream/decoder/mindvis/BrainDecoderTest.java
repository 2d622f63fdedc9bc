package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.BrokenBundle;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.decoding.DecodedTrial;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.UnavailableDeviceException;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrainDecoderTest {

  private static final int VOXELS = 100;
  private static final SamplingSettings FEW = new SamplingSettings(SamplerKind.DPMPP, 3, 0);

  private Path folder;
  private ModelBundle bundle;
  private BrainDecoder decoder;

  @BeforeAll
  void load(@TempDir Path temporary) {
    folder = temporary;
    RandomBundle.create(ModelSize.TINY, VOXELS, 1, null, temporary.resolve("tiny"));
    bundle = ModelBundle.open(temporary.resolve("tiny"));
    decoder = load(Precision.FP32);
  }

  @AfterAll
  void close() {
    decoder.close();
    bundle.close();
  }

  @Test
  void shouldGiveTheSamePicturesForTheSameSeeds() {
    DecodedTrial first = decoder.decode(voxels(1), new long[] {7, 8}, FEW, StepListener.NONE);
    DecodedTrial again = decoder.decode(voxels(1), new long[] {7, 8}, FEW, StepListener.NONE);
    assertThat(again.images()).isEqualTo(first.images()).hasSize(2);
  }

  @Test
  void shouldGiveOtherPicturesForOtherSeeds() {
    DecodedTrial trial = decoder.decode(voxels(1), new long[] {7, 8}, FEW, StepListener.NONE);
    assertThat(trial.images().get(0)).isNotEqualTo(trial.images().get(1));
  }

  @Test
  void shouldTellOfEveryStepAndPreviewAllSamples() {
    List<String> heard = new ArrayList<>();
    decoder.decode(
        voxels(2),
        new long[] {1, 2},
        FEW,
        (done, steps, preview) -> heard.add(done + "/" + steps + ": " + preview.get().size()));
    assertThat(heard).containsExactly("1/3: 2", "2/3: 2", "3/3: 2");
  }

  @Test
  void shouldStopWhereTheListenerThrowsAndGoOnAfterwards() {
    assertThatThrownBy(
            () ->
                decoder.decode(
                    voxels(1),
                    new long[] {1},
                    FEW,
                    (done, steps, preview) -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(decoder.decode(voxels(1), new long[] {1}, FEW, StepListener.NONE).images())
        .hasSize(1);
  }

  @Test
  void shouldRefuseAVectorOfAnotherRoi() {
    assertThatThrownBy(() -> decoder.decode(new float[40], new long[] {1}, FEW, StepListener.NONE))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("40 voxels")
        .extracting(e -> ((PipelineException) e).code())
        .isEqualTo(FailureCode.VOXEL_COUNT_MISMATCH);
  }

  @Test
  void shouldRefuseVoxelsThatAreNoNumbers() {
    float[] voxels = voxels(1);
    voxels[17] = Float.NaN;
    assertThatThrownBy(() -> decoder.decode(voxels, new long[] {1}, FEW, StepListener.NONE))
        .extracting(e -> ((PipelineException) e).code())
        .isEqualTo(FailureCode.NOT_FINITE);
  }

  @ParameterizedTest
  @EnumSource(names = {"BF16", "FP16"})
  void shouldComeNearFloat32InShorterFormats(Precision precision) {
    FloatArray latents = decoder.noise(new long[] {5});
    float[] exact = decoder.stages().decode(latents).values();
    try (BrainDecoder shorter = load(precision)) {
      float[] got = shorter.stages().decode(latents).values();
      assertThat(Goldens.difference(got, exact)).isLessThan(0.2 * Goldens.deviation(exact));
    }
  }

  @Test
  void shouldEndItsWarmUpWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(decoder::warmUp).isInstanceOf(CancellationException.class);
  }

  @Test
  void shouldSayWhatAMissingGpuNeeds() {
    assertThatThrownBy(
            () -> BrainDecoder.load(bundle, new DeviceChoice.Gpu(99), Precision.FP32, cache()))
        .isInstanceOf(UnavailableDeviceException.class)
        .hasMessageContaining("gpu:99");
  }

  @Test
  void shouldRefuseLatentsThatAreNotFinite() throws IOException {
    try (BrainDecoder broken = broken()) {
      assertThatThrownBy(() -> broken.decode(voxels(1), new long[] {1}, FEW, StepListener.NONE))
          .isInstanceOfSatisfying(
              PipelineException.class,
              failure -> assertThat(failure.code()).isEqualTo(FailureCode.NOT_FINITE))
          .hasMessageContaining("the sampled latents");
    }
  }

  @Test
  void shouldMakeNoPreviewOfLatentsThatAreNotFinite() throws IOException {
    StepListener watcher = (done, steps, preview) -> assertThat(preview.get()).isEmpty();
    try (BrainDecoder broken = broken()) {
      assertThatThrownBy(() -> broken.decode(voxels(1), new long[] {1}, FEW, watcher))
          .isInstanceOf(PipelineException.class)
          .hasMessageContaining("the latents at timestep");
    }
  }

  @Test
  void shouldRefusePicturesThatAreNotFinite() {
    FloatArray pictures = new FloatArray(new long[] {1, 3, 1, 1}, new float[] {0, Float.NaN, 0});

    assertThatThrownBy(() -> BrainDecoder.images(pictures))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the pictures");
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void shouldRefuseMoreStepsThanTheScheduleHasByName(SamplerKind sampler) {
    assertThatThrownBy(() -> decoder.requirePossible(new SamplingSettings(sampler, 1001, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mindstream.decoder.steps", "1001", "T = 1000", "tiny-random");
  }

  /** With a NaN in the last layer of the noise predictor. */
  private BrainDecoder broken() throws IOException {
    Path out = Files.createTempDirectory(folder, "broken").resolve("bundle");
    RandomBundle.create(ModelSize.TINY, VOXELS, 1, null, out);
    BrokenBundle.setToNaN(out, "model.diffusion_model.out.2.bias");
    try (ModelBundle opened = ModelBundle.open(out)) {
      return BrainDecoder.load(opened, new DeviceChoice.Cpu(), Precision.FP32, cache());
    }
  }

  /** 2,000 decodes; what the first ones set up (graphs, memory pools, JIT code) is there by 500. */
  @Test
  void shouldKeepMemoryFlatOverTwoThousandDecodes() throws IOException {
    SamplingSettings one = new SamplingSettings(SamplerKind.DDIM, 1, 0);
    decodeMany(500, one);
    long early = nativeKilobytes();
    decodeMany(1500, one);
    assertThat(nativeKilobytes() - early).as("growth in kB").isLessThan(40_000);
  }

  private void decodeMany(int count, SamplingSettings settings) {
    for (int i = 0; i < count; i++) {
      decoder.decode(voxels(i), new long[] {i}, settings, StepListener.NONE);
    }
  }

  /** Resident memory without the Java heap, whose pages are all resident (AlwaysPreTouch). */
  private static long nativeKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status), "no /proc here, skipped");
    String line =
        Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS")).findFirst().get();
    long heap = Runtime.getRuntime().totalMemory() / 1024;
    return Long.parseLong(line.replaceAll("\\D", "")) - heap;
  }

  private BrainDecoder load(Precision precision) {
    return BrainDecoder.load(bundle, new DeviceChoice.Cpu(), precision, cache());
  }

  private ArchiveCache cache() {
    return new ArchiveCache(folder.resolve("cache"));
  }

  private static float[] voxels(int seed) {
    float[] voxels = new float[VOXELS];
    for (int i = 0; i < VOXELS; i++) {
      voxels[i] = (float) Math.sin(seed + i * 0.7);
    }
    return voxels;
  }
}
