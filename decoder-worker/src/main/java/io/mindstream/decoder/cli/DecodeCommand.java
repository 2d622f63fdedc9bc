package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.network.TorchThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decodes arrays in files, without Kafka. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Decodes fMRI vectors in a NumPy file to pictures, or runs one part of the network alone.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream decode --model BUNDLE --vectors in.npy --out pictures",
      "      raw ROI vectors (trials, voxels) to trial-0000_sample-0.png ... and latents.npy",
      "  mindstream decode --model BUNDLE --vectors in.npy --out pictures --sampler dpmpp --steps 20",
      "      twenty network evaluations an image, near what 250 PLMS steps give",
      "  mindstream decode --model BUNDLE --unet-x x.npy --unet-t t.npy --context c.npy --out DIR",
      "      the noise predictor alone: unet_eps.npy",
      "  mindstream decode --model BUNDLE --latents z.npy --out DIR",
      "      the latent decoder alone: images.npy, before the clamp, and pictures",
      "To make a bundle: mindstream model import --help."
    })
public final class DecodeCommand implements Callable<Integer> {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "BUNDLE",
      description = "Folder of the model bundle.")
  private Path model = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made if need be.")
  private Path out = Path.of("");

  @Mixin private VectorOptions vectors = new VectorOptions();
  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private PartOptions parts = new PartOptions();

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      converter = DecodeConverters.NumberFormat.class,
      defaultValue = "fp32",
      description = "fp32, bf16 or fp16 (default: ${DEFAULT-VALUE}).")
  private Precision precision = Precision.FP32;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      converter = DecodeConverters.Device.class,
      defaultValue = "auto",
      description = "auto, cpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private DeviceChoice device = new DeviceChoice.Auto();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "CPU threads of the network (default: one a core, or one where it is small).")
  private int threads;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    requireOneTask();
    try (StopSignal stop = StopSignal.listen();
        BrainDecoder decoder = load()) {
      Files.createDirectories(out);
      if (vectors.given()) {
        vectors.decode(decoder, sampling, out, spec.commandLine().getErr(), stop);
      } else {
        parts.run(decoder, out);
      }
    } catch (CancellationException e) {
      spec.commandLine().getErr().println("stopped; the pictures made so far are in " + out);
      return StopSignal.EXIT_CODE;
    }
    spec.commandLine().getOut().println("written to " + out);
    return 0;
  }

  private void requireOneTask() {
    parts.requireWhole(spec.commandLine());
    if (vectors.given() == parts.given()) {
      throw new ParameterException(
          spec.commandLine(),
          "give one of: --vectors; --unet-x, --unet-t and --context together; --latents");
    }
  }

  private BrainDecoder load() {
    try (ModelBundle bundle = ModelBundle.open(model)) {
      TorchThreads.useFor(bundle.weights(), threads);
      BundleDescription description = bundle.description();
      if (!description.trained()) {
        spec.commandLine()
            .getErr()
            .println("note: " + description.id() + " has random weights; its pictures are noise");
      }
      return BrainDecoder.load(bundle, device, precision);
    }
  }
}
