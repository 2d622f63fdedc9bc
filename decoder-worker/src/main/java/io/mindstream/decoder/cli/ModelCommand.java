package io.mindstream.decoder.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about model bundles. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Makes and describes model bundles, which decoding needs.",
    subcommands = {
      ModelImportCommand.class,
      ModelInspectCommand.class,
      ModelMarkCommand.class,
      ModelRandomCommand.class,
      ModelArchiveCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream model import --checkpoint finetuned.pth --encoder-checkpoint fmri_encoder.pth \\",
      "      --out models/god-s3",
      "  mindstream model inspect models/god-s3",
      "  mindstream model mark --own-windows my-model",
      "  mindstream model random --like tiny --out models/tiny",
      "  mindstream model archive --model models/tiny --device gpu --precision fp16 --out tiny.pt"
    })
public final class ModelCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do with a model: import, inspect, mark, random or archive");
  }
}
