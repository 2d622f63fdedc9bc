package io.mindstream.decoder.cli;

import io.mindstream.decoder.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a bundle. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Checks a model bundle and prints its parts, parameters, sizes and sources.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model inspect models/god-s3",
      "  mindstream model inspect --json models/god-s3 | jq .model.architecture"
    })
public final class ModelInspectCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "Folder of the model bundle.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print the description as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (ModelBundle bundle = ModelBundle.open(folder)) {
      String text = json ? bundle.description().json() : new BundleTable(bundle).text();
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
