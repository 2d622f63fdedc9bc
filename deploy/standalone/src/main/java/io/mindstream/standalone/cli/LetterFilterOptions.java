package io.mindstream.standalone.cli;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.standalone.letters.LetterFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterFilterOptions {

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only of this failure: ${COMPLETION-CANDIDATES}.")
  private @Nullable FailureCode code;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "Only records of this topic, for example scanner.events.")
  private @Nullable String topic;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Only records of this run, for example sub-01_task-viewing_run-03.")
  private @Nullable String run;

  LetterFilter filter() {
    return new LetterFilter(
        Optional.ofNullable(code).map(FailureCode::name),
        Optional.ofNullable(topic),
        Optional.ofNullable(run),
        Optional.empty());
  }
}
