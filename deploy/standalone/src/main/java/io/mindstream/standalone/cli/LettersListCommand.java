package io.mindstream.standalone.cli;

import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import io.mindstream.standalone.letters.LetterBox;
import io.mindstream.standalone.letters.LetterHead;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the dead letters, the oldest first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream dead-letters list",
      "  mindstream dead-letters list --topic scanner.events --code TOO_FEW_VOLUMES",
      "  mindstream dead-letters list --json"
    })
final class LettersListCommand implements Callable<Integer> {

  @Mixin private LetterFilterOptions which = new LetterFilterOptions();
  @Mixin private LetterOptions options = new LetterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<LetterHead> letters;
    try (LetterBox box = options.open()) {
      letters = box.heads().stream().filter(which.filter()).toList();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      LetterOptions.print(out, letters.stream().map(LetterOptions::fields).toList());
      return ExitCode.OK;
    }
    out.print(table(letters));
    out.println(letters.size() + (letters.size() == 1 ? " dead letter" : " dead letters"));
    out.flush();
    return ExitCode.OK;
  }

  private static ConsoleTable table(List<LetterHead> letters) {
    ConsoleTable table =
        new ConsoleTable(
            Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.row("id", "failed at", "code", "topic", "key", "", "message");
    for (LetterHead letter : letters) {
      table.row(
          letter.id().toString(),
          letter.failedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          letter.code(),
          letter.topic(),
          letter.key(),
          letter.redriven() ? "redriven" : "",
          letter.message());
    }
    return table;
  }
}
