package io.mindstream.decoder.mindvis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.CheckpointImport;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.Architecture.Encoder;
import io.mindstream.decoder.model.Architecture.LatentDecoder;
import io.mindstream.decoder.model.Architecture.Unet;
import io.mindstream.decoder.model.ArchitectureInference.UntoldSizes;
import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.decoder.network.ArchiveCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checkpoints of sizes that nobody released, against an independent program in PyTorch
 * (deploy/benchmarks/python/mindvis.py). Skipped where python3 has no torch.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherSizesTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPT = Path.of("../deploy/benchmarks/python/mindvis_checkpoint.py");
  private static final long[] TIMESTEP = {501};
  private static final double TOLERANCE = 1e-4;

  /** Each has something that the released models have not. */
  enum Size {
    /** Patch 8, four levels, four heads, four latent channels, attention all over the decoder. */
    DEEP(
        new Encoder(8, 13, 48, 3, 3, 96, false, 77, 40),
        new Unet(4, 4, 32, List.of(1, 2, 3, 4), 2, Set.of(1, 2, 8), 4, 1, true, 16, 16),
        new LatentDecoder(4, 4, 100, 32, List.of(1, 2), 1, Set.of(0, 1), 3)),
    /** One token of context, two transformer blocks in a row, the decoder wider than its codes. */
    POOLED(
        new Encoder(16, 9, 64, 2, 8, 64, true, 1, 24),
        new Unet(4, 4, 64, List.of(1, 1, 2), 1, Set.of(2), 2, 2, true, 8, 8),
        new LatentDecoder(4, 6, 50, 64, List.of(1, 3, 2), 0, Set.of(1), 3)),
    /** No condition in the time embedding, eight heads at the coarsest level only. */
    CROSS_ATTENTION_ONLY(
        new Encoder(4, 21, 32, 1, 2, 128, false, 10, 16),
        new Unet(3, 3, 32, List.of(1, 1, 2), 1, Set.of(4), 8, 1, false, 12, 12),
        new LatentDecoder(3, 3, 64, 32, List.of(1), 2, Set.of(), 3));

    private final Architecture architecture;

    Size(Encoder encoder, Unet unet, LatentDecoder decoder) {
      architecture = new Architecture(encoder, unet, decoder);
    }
  }

  private Path folder = Path.of("");

  @BeforeAll
  void write(@TempDir Path temporary) throws IOException, InterruptedException {
    assumeTrue(python("-c", "import numpy, torch") == 0, PYTHON + " has no torch, skipped");
    folder = temporary;
    List<String> arguments = new ArrayList<>(List.of(SCRIPT.toString()));
    for (Size size : Size.values()) {
      Path sizes = Files.createDirectory(folder.resolve(size.name()));
      new ObjectMapper().writeValue(sizes.resolve("sizes.json").toFile(), sizes(size.architecture));
      arguments.add(sizes.toString());
    }
    assertThat(python(arguments.toArray(String[]::new))).as("exit of " + SCRIPT).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void shouldDecodeOtherSizesAsPyTorchDoes(Size size) {
    try (BrainDecoder decoder = decoder(size)) {
      DecoderStages stages = decoder.stages();
      FloatArray context = stages.encode(array(size, "fmri")).context();
      FloatArray x = array(size, "unet_x");
      assertClose(size, context, "context");
      assertClose(size, stages.eps(x, TIMESTEP, array(size, "context")), "unet_eps");
      assertClose(size, stages.decode(x), "images");
    }
  }

  private BrainDecoder decoder(Size size) {
    Path own = folder.resolve(size.name());
    Architecture wanted = size.architecture;
    UntoldSizes given =
        new UntoldSizes(
            wanted.encoder().heads(), wanted.unet().heads(), wanted.unet().latentHeight());
    try (Checkpoint checkpoint = Checkpoint.open(own.resolve("finetuned.pth"))) {
      CheckpointImport model = new CheckpointImport(checkpoint, given);
      assertThat(model.architecture()).isEqualTo(wanted);
      model.write(
          BundleWriter.to(own.resolve("bundle"), false, WriteListener.NONE),
          new CheckpointImport.Labels(size.name(), "PyTorch", new VoxelScaling.None(), null, null));
    }
    try (ModelBundle bundle = ModelBundle.open(own.resolve("bundle"))) {
      ArchiveCache cache = new ArchiveCache(own.resolve("cache"));
      return BrainDecoder.load(bundle, new DeviceChoice.Cpu(), Precision.FP32, cache);
    }
  }

  private static Map<String, Object> sizes(Architecture architecture) {
    Unet unet = architecture.unet();
    return Map.of(
        "shapes", StateDictShapes.of(architecture),
        "encoderHeads", architecture.encoder().heads(),
        "globalPool", architecture.encoder().globalPool(),
        "unetHeads", unet.heads(),
        "fmri", List.of(2, architecture.encoder().voxels()),
        "latent", List.of(2, unet.inChannels(), unet.latentHeight(), unet.latentWidth()));
  }

  private FloatArray array(Size size, String name) {
    DoubleArray array = NpyFile.read(folder.resolve(size.name()).resolve(name + ".npy"));
    return new FloatArray(array.shape(), array.floats());
  }

  private void assertClose(Size size, FloatArray got, String name) {
    FloatArray wanted = array(size, name);
    assertThat(got.shape()).as(name).containsExactly(wanted.shape());
    assertThat(Goldens.difference(got.values(), wanted.values()))
        .as(name)
        .isLessThan(TOLERANCE * Goldens.deviation(wanted.values()));
  }

  private static int python(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
