package io.mindstream.decoder.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.bundle.ZeroWeights;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.NetworkArchive.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkArchiveTest {

  private Path folder;
  private ModelBundle bundle;

  @BeforeAll
  void makeBundle(@TempDir Path temporary) {
    folder = temporary;
    RandomBundle.create(ModelSize.TINY, 100, 7, null, folder.resolve("bundle"));
    bundle = ModelBundle.open(folder.resolve("bundle"));
  }

  @AfterAll
  void close() {
    bundle.close();
  }

  /** Operators of the CPU's library are called through {@code ops}, all others through torch. */
  @ParameterizedTest
  @EnumSource(WeightFormat.class)
  void shouldHoldNoOperatorOfTheCpuAloneWhenForAGpu(WeightFormat format) throws IOException {
    assertThat(code(written(bundle.weights(), format, Target.GPU)))
        .contains("torch.conv2d")
        .doesNotContain("mkldnn", "ops.", "packed", "quantized", "\"cpu\"");
  }

  @Test
  void shouldPackConvolutionsWhenForACpu() throws IOException {
    assertThat(code(written(bundle.weights(), WeightFormat.FLOAT32, Target.CPU)))
        .contains(
            ConvolutionKind.forDecoding(Device.cpu()) == ConvolutionKind.PACKED
                ? "ops.mkldnn"
                : "torch.conv2d");
  }

  @Test
  void shouldPredictTheSameNoiseAsTheWorkersOwnArchive() throws IOException {
    Path own = new ArchiveCache(folder).archive(bundle, WeightFormat.FLOAT32, Device.cpu());
    float[] wanted = noise(own);

    assertThat(noise(written(bundle.weights(), WeightFormat.FLOAT32, Target.GPU)))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(wanted);
  }

  @Test
  void shouldBeTheFileThatAWorkerLoads() throws IOException {
    Path own = new ArchiveCache(folder).archive(bundle, WeightFormat.BFLOAT16, Device.gpu());

    assertThat(written(bundle.weights(), WeightFormat.BFLOAT16, Target.GPU))
        .hasSameBinaryContentAs(own);
  }

  @Test
  void shouldBeAllZerosAtTheSamePlaceWhenOnlyTheShapesMatter() throws IOException {
    Path zeros = written(ZeroWeights.like(bundle.weights()), WeightFormat.FLOAT16, Target.GPU);
    Path whole = written(bundle.weights(), WeightFormat.FLOAT16, Target.GPU);

    assertThat(zeros).hasSize(Files.size(whole));
    assertThat(noise(zeros)).containsOnly(0f);
  }

  @Test
  void shouldNameEveryTensorOfTheBundleOnce() {
    NetworkArchive archive =
        NetworkArchive.of(
            bundle.description().architecture(),
            bundle.weights(),
            WeightFormat.FLOAT32,
            Target.GPU);

    assertThat(archive.tensorNames().values())
        .containsExactlyInAnyOrderElementsOf(bundle.weights().names());
  }

  private Path written(Weights weights, WeightFormat format, Target target) throws IOException {
    Path file = Files.createTempFile(folder, "network", ".pt");
    try (OutputStream out = Files.newOutputStream(file)) {
      NetworkArchive.of(bundle.description().architecture(), weights, format, target).write(out);
    }
    return file;
  }

  private static String code(Path archive) throws IOException {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().filter(e -> e.getName().contains("/code/")).toList()) {
        zip.getInputStream(entry).transferTo(code);
      }
    }
    return code.toString(StandardCharsets.UTF_8).replaceAll("#.*", "");
  }

  private static float[] noise(Path archive) {
    try (TorchNetwork network = TorchNetwork.load(archive, Device.cpu());
        NDManager scope = network.newScope()) {
      NDArray context = waves(scope, 1, 77, 24);
      NDArray x = waves(scope, 1, 3, 8, 8);
      try (TorchNetwork.Condition condition = network.condition(context)) {
        return network.denoise(x, scope.create(new long[] {501}), condition).toFloatArray();
      }
    }
  }

  private static NDArray waves(NDManager scope, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    return scope.create(values, new Shape(shape));
  }
}
