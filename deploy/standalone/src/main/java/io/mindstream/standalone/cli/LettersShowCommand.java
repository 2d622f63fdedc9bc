package io.mindstream.standalone.cli;

import io.mindstream.schemas.avro.DeadLetter;
import io.mindstream.standalone.letters.LetterBox;
import io.mindstream.standalone.letters.LetterHead;
import io.mindstream.standalone.letters.LetterId;
import io.mindstream.standalone.letters.LetterText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows one dead letter, and what the record in it says where it can be read.",
    footerHeading = "%nExample:%n",
    footer = "  mindstream dead-letters show 0/42")
final class LettersShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "As 'dead-letters list' says it, for example 0/42.")
  private String id = "";

  @Mixin private LetterOptions options = new LetterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LetterId wanted = LetterId.parse(id);
    Map<String, Object> fields = new LinkedHashMap<>();
    try (LetterBox box = options.open()) {
      LetterHead head =
          box.heads().stream()
              .filter(letter -> letter.id().equals(wanted))
              .findFirst()
              .orElseThrow(this::unknown);
      DeadLetter letter = box.letter(wanted).orElseThrow(this::unknown);
      fields.putAll(LetterOptions.fields(head));
      fields.put("record", new LetterText(options.topics(), options.registry()).fields(letter));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      LetterOptions.print(out, fields);
    } else {
      print(out, "", fields);
    }
    return ExitCode.OK;
  }

  private ParameterException unknown() {
    return new ParameterException(
        spec.commandLine(), "no dead letter " + id + "; 'dead-letters list' says which there are");
  }

  private static void print(PrintWriter out, String indent, Map<?, ?> fields) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            out.println(indent + name);
            print(out, indent + "  ", inner);
          } else {
            out.println(indent + "%-24s %s".formatted(name, value));
          }
        });
    out.flush();
  }
}
