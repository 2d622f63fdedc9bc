package io.mindstream.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Records that could not be used: sees them, puts them back. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows the records that could not be used, and puts them back on their topics once the"
            + " cause is mended.",
    subcommands = {LettersListCommand.class, LettersShowCommand.class, LettersRedriveCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream dead-letters list --code UNKNOWN_ROI",
      "  mindstream dead-letters show 0/42",
      "  mindstream dead-letters redrive --run sub-01_task-viewing_run-03"
    })
final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, show or redrive");
  }
}
