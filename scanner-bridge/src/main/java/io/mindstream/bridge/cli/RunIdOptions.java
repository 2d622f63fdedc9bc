package io.mindstream.bridge.cli;

import io.mindstream.schemas.fmri.RunId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run is called that no file names. */
final class RunIdOptions {

  private static final String UNNAMED = "live";
  private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "The run's label, such as 03, or its whole id: sub-01_ses-02_task-viewing_run-03.")
  private @Nullable String run;

  @Option(
      names = "--subject",
      paramLabel = "LABEL",
      description = "BIDS label of the person (default: " + UNNAMED + ").")
  private @Nullable String subject;

  @Option(
      names = "--session",
      paramLabel = "LABEL",
      description = "BIDS label of the session (default without --run: date and time).")
  private @Nullable String session;

  @Option(
      names = "--task",
      paramLabel = "LABEL",
      description = "BIDS label of the task (default: " + UNNAMED + ").")
  private @Nullable String task;

  /**
   * The run's id.
   *
   * @throws IllegalArgumentException where it is no BIDS name
   */
  RunId runId() {
    if (run != null && run.startsWith("sub-")) {
      if (subject != null || session != null || task != null) {
        throw new IllegalArgumentException(
            "--run " + run + " is a whole id; leave out --subject, --session and --task");
      }
      return RunId.parse(run);
    }
    return RunId.parse(
        new RunId(label(subject, "sub-"), session(), label(task, "task-"), index()).toString());
  }

  /** True where a person named the run, at least in part. */
  boolean given() {
    return run != null || subject != null || session != null || task != null;
  }

  private Optional<String> index() {
    return Optional.ofNullable(run).map(text -> text.replaceFirst("^run-", ""));
  }

  /** Without a run's number only the time tells one run from the next. */
  private Optional<String> session() {
    if (session != null) {
      return Optional.of(session.replaceFirst("^ses-", ""));
    }
    return run == null
        ? Optional.of(LocalDateTime.now(ZoneId.systemDefault()).format(SESSION))
        : Optional.empty();
  }

  private static String label(@Nullable String text, String entity) {
    return text == null ? UNNAMED : text.replaceFirst("^" + entity, "");
  }
}
