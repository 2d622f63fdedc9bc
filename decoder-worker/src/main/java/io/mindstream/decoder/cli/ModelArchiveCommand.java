package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.bundle.ZeroWeights;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.network.NetworkArchive;
import io.mindstream.decoder.network.NetworkArchive.Target;
import io.mindstream.decoder.network.WeightFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the file that a worker would load. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes the network that a worker would load on a device as one TorchScript file.",
      "Whatever reads TorchScript runs it, such as torch.jit.load of PyTorch 2.1 or newer; no GPU is"
          + " needed to write it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model archive --model BUNDLE --device gpu --precision fp16 \\",
      "      --out network.pt",
      "  mindstream model archive --model BUNDLE --device gpu --precision fp32 \\",
      "      --zeros --out zeros.pt",
      "  xz zeros.pt",
      "      some 100 kB: enough to measure speed and memory with other weights"
    })
public final class ModelArchiveCommand implements Callable<Integer> {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "BUNDLE",
      description = "Folder of the model bundle.")
  private Path model = Path.of("");

  @Option(
      names = "--device",
      required = true,
      paramLabel = "gpu|cpu",
      converter = DecodeConverters.ArchiveTarget.class,
      description = "Where it is going to run. What is written for gpu runs on a CPU too, slower.")
  private Target device = Target.GPU;

  @Option(
      names = "--precision",
      required = true,
      paramLabel = "fp32|fp16|bf16",
      converter = DecodeConverters.NumberFormat.class,
      description = "Number format of the weights.")
  private Precision precision = Precision.FP32;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out = Path.of("");

  @Option(names = "--zeros", description = "Write every weight as zero.")
  private boolean zeros;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !force) {
      throw new ParameterException(
          spec.commandLine(), out + " is there already; add --force to replace it");
    }
    try (ModelBundle bundle = ModelBundle.open(model)) {
      Weights weights = zeros ? ZeroWeights.like(bundle.weights()) : bundle.weights();
      write(
          NetworkArchive.of(
              bundle.description().architecture(), weights, WeightFormat.of(precision), device));
    }
    spec.commandLine().getOut().printf("%s, %d bytes%n", out, Files.size(out));
    return 0;
  }

  /** A file that is there is whole. */
  private void write(NetworkArchive archive) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
        archive.write(stream);
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
