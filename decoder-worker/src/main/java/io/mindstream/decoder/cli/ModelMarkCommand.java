package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.BundleMarks;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of a bundle that is there what it takes. */
@Command(
    name = "mark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says in a bundle's bundle.json what a worker may decode with it; the weights stay.",
      "A worker that has the bundle loaded reads it at its next start."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model mark --own-windows my-model       events may have a window_delay",
      "  mindstream model mark --no-own-windows my-model    none but the delay of its training",
      "mindstream train sets the mark by itself where training events have delays of their own."
    })
public final class ModelMarkCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the model bundle.")
  private Path folder = Path.of("");

  @Option(
      names = "--own-windows",
      negatable = true,
      required = true,
      description =
          "Take trials whose event asks for a window delay of its own (window_delay); with"
              + " --no-own-windows they are refused where it is not that of the training.")
  private boolean ownWindows;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    BundleMarks.ownWindows(folder, ownWindows);
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s trials with window delays of their own%n",
            folder, ownWindows ? "takes" : "refuses");
    return 0;
  }
}
