package io.mindstream.benchmarks.network;

import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.bundle.WriteListener;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.network.TorchThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured, and on how many threads. */
final class Setup {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path HOME =
      Path.of(System.getProperty("mindstream.benchmarks.home", "deploy/benchmarks"));
  private static final List<String> EXTENSIONS =
      List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16");

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "Model bundle (default: random weights of the released size, made once).")
  private @Nullable Path model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "CPU threads, on both sides (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--precision",
      defaultValue = "fp32",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); PyTorch runs in fp32.")
  private Precision precision = Precision.FP32;

  /** Loads the model and says what is going to run. */
  BrainDecoder decoder() throws IOException {
    try (ModelBundle bundle = ModelBundle.open(bundle())) {
      BrainDecoder decoder = BrainDecoder.load(bundle, new DeviceChoice.Cpu(), precision);
      TorchThreads.use(threads);
      System.out.printf(
          "%s, %s, %d threads; %s%n", bundle.description().id(), precision, threads, machine());
      return decoder;
    }
  }

  /** The same network in PyTorch. */
  PythonNetwork python() throws IOException {
    Path script = HOME.resolve("python/mindvis_seconds.py");
    return new PythonNetwork(script, bundle(), threads);
  }

  private Path bundle() {
    if (model != null) {
      return model;
    }
    Path released = HOME.resolve("target/released");
    if (!Files.exists(released)) {
      System.out.println("making a bundle of the released size in " + released);
      int voxels = ModelSize.RELEASED.usualVoxels();
      BundleWriter writer = BundleWriter.to(released, false, WriteListener.NONE);
      RandomBundle.create(ModelSize.RELEASED, voxels, 0, null, "released", writer);
    }
    return released;
  }

  private static String machine() throws IOException {
    if (!Files.exists(CPU)) {
      return System.getProperty("os.arch");
    }
    List<String> lines = Files.readAllLines(CPU);
    List<String> flags = List.of(field(lines, "flags").split(" "));
    String with = EXTENSIONS.stream().filter(flags::contains).collect(Collectors.joining(" "));
    return field(lines, "model name") + " with " + with;
  }

  private static String field(List<String> lines, String name) {
    Stream<String> found = lines.stream().filter(line -> line.startsWith(name));
    return found.findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
  }
}
