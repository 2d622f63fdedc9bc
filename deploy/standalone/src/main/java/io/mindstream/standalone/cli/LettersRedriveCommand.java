package io.mindstream.standalone.cli;

import io.mindstream.standalone.letters.LetterBox;
import io.mindstream.standalone.letters.LetterFilter;
import io.mindstream.standalone.letters.LetterId;
import io.mindstream.standalone.letters.Redrive;
import io.mindstream.standalone.letters.Redrive.Outcome;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the records of dead letters back. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts the records of dead letters back on their topics, in the order in which they first lay"
          + " there. Mend the cause first: what still cannot be used comes back as a new letter.",
      "Each letter is redriven at most once, however often this runs: that it was is remembered in"
          + " the topic of dead letters itself, in one transaction with the record. Exit code 1"
          + " where a record could not be put back."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream dead-letters redrive 0/42",
      "  mindstream dead-letters redrive --code UNKNOWN_MODEL --topic decoder.voxel-vectors",
      "  mindstream dead-letters redrive --all --json"
    })
final class LettersRedriveCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "One letter, as 'dead-letters list' says it.")
  private @Nullable String id;

  @Mixin private LetterFilterOptions which = new LetterFilterOptions();

  @Option(names = "--all", description = "Every letter; must be said where nothing else is.")
  private boolean all;

  @Mixin private LetterOptions options = new LetterOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LetterFilter filter = filter();
    List<Outcome> outcomes;
    try (LetterBox box = options.open();
        Redrive redrive = new Redrive(options.kafka(), options.topics(), box)) {
      outcomes = redrive.run(filter);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      LetterOptions.print(out, outcomes.stream().map(LettersRedriveCommand::fields).toList());
    } else {
      outcomes.forEach(outcome -> out.println(sentence(outcome)));
      out.println(outcomes.stream().filter(one -> one.problem() == null).count() + " redriven");
      out.flush();
    }
    boolean right = outcomes.stream().allMatch(outcome -> outcome.problem() == null);
    return right ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private LetterFilter filter() {
    LetterFilter said = which.filter();
    LetterFilter filter =
        new LetterFilter(
            said.code(), said.topic(), said.run(), Optional.ofNullable(id).map(LetterId::parse));
    if (all != filter.equals(LetterFilter.ALL)) {
      throw new ParameterException(
          spec.commandLine(), "say which letters: an id, --code, --topic, --run, or --all");
    }
    return filter;
  }

  private static String sentence(Outcome outcome) {
    String what = outcome.letter().id() + " " + outcome.letter().topic();
    String problem = outcome.problem();
    return problem == null ? what + ": redriven" : what + ": not redriven, " + problem;
  }

  private static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>(LetterOptions.fields(outcome.letter()));
    String problem = outcome.problem();
    fields.put("redriven", problem == null);
    fields.put("problem", problem == null ? "" : problem);
    return fields;
  }
}
