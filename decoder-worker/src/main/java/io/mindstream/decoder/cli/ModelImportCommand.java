package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.CheckpointImport;
import io.mindstream.decoder.bundle.EncoderHeads;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.model.ArchitectureInference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a bundle of a released checkpoint. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a model bundle of a MinD-Vis checkpoint (finetuned.pth).",
      "Sizes are inferred from the tensors' shapes. Nothing in the checkpoint is executed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model import --checkpoint finetuned.pth --encoder-checkpoint fmri_encoder.pth \\",
      "      --out models/god-s3",
      "  mindstream model import --checkpoint finetuned.pth --encoder-heads 16 \\",
      "      --fmri-statistics none --roi VC --out models/god-s3",
      "Then: mindstream model inspect models/god-s3; mindstream decode --help."
    })
public final class ModelImportCommand implements Callable<Integer> {

  private static final int MOST_LISTED = 10;

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = "The fine-tuned model, written by torch.save (.pth, .ckpt).")
  private Path checkpoint = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "Folder to make.")
  private Path out = Path.of("");

  @Option(
      names = "--encoder-checkpoint",
      paramLabel = "FILE",
      description = "fmri_encoder.pth: its configuration has the encoder's number of heads.")
  private @Nullable Path encoderCheckpoint;

  @Option(
      names = "--encoder-heads",
      paramLabel = "N",
      description = "The encoder's attention heads, where that file is not at hand (released: 16).")
  private @Nullable Integer encoderHeads;

  @Option(
      names = "--unet-heads",
      paramLabel = "N",
      defaultValue = "1",
      description = "The UNet's attention heads (default: ${DEFAULT-VALUE}, as released).")
  private int unetHeads = 1;

  @Option(
      names = "--latent-size",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "Height and width of the latent (default: ${DEFAULT-VALUE}, as released). No shape tells"
              + " it; images are this times the latent decoder's upsampling, 256 as released.")
  private int latentSize = 64;

  @Option(
      names = "--fmri-statistics",
      paramLabel = "own|none|MEAN,SD",
      defaultValue = "own",
      converter = Statistics.class,
      description = {
        "How padded vectors are normalised (default: ${DEFAULT-VALUE}):",
        "own: by mean and standard deviation of the matrix to decode;",
        "none: not at all, as the public code treats GOD's test trials;",
        "MEAN,SD: by those of the padded training matrix."
      })
  private VoxelScaling statistics = new VoxelScaling.Own();

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "The model's name in records (default: the folder's name).")
  private @Nullable String id;

  @Option(
      names = "--roi",
      paramLabel = "ID",
      description = "The ROI that the model was trained on.")
  private @Nullable String roiId;

  @Option(
      names = "--roi-voxels",
      paramLabel = "N",
      description = "Voxels of that ROI before padding; vectors of another length are refused.")
  private @Nullable Integer roiVoxels;

  @Option(names = "--force", description = "Replace a bundle that is there.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** own, none or MEAN,SD. */
  static final class Statistics implements ITypeConverter<VoxelScaling> {
    @Override
    public VoxelScaling convert(String text) {
      try {
        return VoxelScaling.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    try (WriteProgress progress = new WriteProgress();
        Checkpoint opened = Checkpoint.open(checkpoint)) {
      BundleWriter writer = BundleWriter.to(out, force, progress);
      int heads =
          encoderHeads != null ? encoderHeads : EncoderHeads.find(opened, encoderCheckpoint);
      CheckpointImport importing =
          new CheckpointImport(
              opened, new ArchitectureInference.UntoldSizes(heads, unetHeads, latentSize));
      report(importing, importing.write(writer, labels()));
    }
    return 0;
  }

  private CheckpointImport.Labels labels() {
    String name = id != null ? id : "" + out.toAbsolutePath().normalize().getFileName();
    return new CheckpointImport.Labels(name, source(), statistics, roiId, roiVoxels);
  }

  private String source() {
    String weights = "imported from " + checkpoint.getFileName();
    return encoderHeads != null || encoderCheckpoint == null
        ? weights
        : weights + ", the encoder's heads from " + encoderCheckpoint.getFileName();
  }

  private void report(CheckpointImport importing, BundleDescription written) {
    PrintWriter console = spec.commandLine().getOut();
    List<String> unused = new ArrayList<>(importing.comparison().unused());
    unused.addAll(importing.passedOver());
    new UnusedKeys(unused).print(console, MOST_LISTED);
    console.println("missing keys: none");
    console.printf(
        "%s: %d voxels padded, fMRI statistics %s, written to %s%n",
        written.id(), written.architecture().encoder().voxels(), written.statistics(), out);
  }
}
