package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.BundleWriter;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a bundle with random weights. */
@Command(
    name = "random",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a model bundle with random weights, to try the pipeline or to measure its speed.",
      "It decodes as a trained model does; its pictures are noise."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model random --like tiny --voxels 200 --out models/tiny",
      "  mindstream model random --like released --out models/released     (2.4 GB)"
    })
public final class ModelRandomCommand implements Callable<Integer> {

  @Option(
      names = "--like",
      required = true,
      paramLabel = "tiny|demo|released",
      converter = Size.class,
      description = "tiny: for tests; demo: for a laptop; released: the published models' size.")
  private ModelSize like = ModelSize.TINY;

  @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "Folder to make.")
  private Path out = Path.of("");

  @Option(
      names = "--voxels",
      paramLabel = "N",
      description =
          "Voxels of the ROI, before padding (default: tiny 100, demo 512, released 4643).")
  private @Nullable Integer voxels;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The same seed gives the same weights (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "The model's name in records (default: the folder's name).")
  private @Nullable String id;

  @Option(names = "--roi", paramLabel = "ID", description = "The ROI that vectors will be of.")
  private @Nullable String roiId;

  @Option(names = "--force", description = "Replace a bundle that is there.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** tiny, demo or released. */
  static final class Size implements ITypeConverter<ModelSize> {
    @Override
    public ModelSize convert(String text) {
      try {
        return ModelSize.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "there is no size '" + text + "'; choose tiny, demo or released");
      }
    }
  }

  @Override
  public Integer call() {
    int roiVoxels = voxels == null ? like.usualVoxels() : voxels;
    if (roiVoxels < 1) {
      throw new ParameterException(spec.commandLine(), "--voxels begins at 1");
    }
    String name = id != null ? id : "" + out.toAbsolutePath().normalize().getFileName();
    try (WriteProgress progress = new WriteProgress()) {
      BundleWriter writer = BundleWriter.to(out, force, progress);
      BundleDescription written = RandomBundle.create(like, roiVoxels, seed, roiId, name, writer);
      spec.commandLine()
          .getOut()
          .printf(
              "%s: random weights for %d voxels, written to %s%n", written.id(), roiVoxels, out);
    }
    return 0;
  }
}
