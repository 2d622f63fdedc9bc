package io.mindstream.bridge.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mindstream roi}. */
@Command(
    name = "roi",
    mixinStandardHelpOptions = true,
    description = "Regions of interest: which voxels are decoded, and in which order.",
    subcommands = RoiPublishCommand.class,
    footer = {
      "",
      "Examples:",
      "  mindstream roi publish --mask V1_mask.nii.gz",
      "  mindstream roi publish --help"
    })
public final class RoiCommand implements Runnable {

  @Spec private @Nullable CommandSpec command;

  /** Made by picocli. */
  public RoiCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(command).commandLine(), "say what to do: publish");
  }
}
