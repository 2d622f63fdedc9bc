package io.mindstream.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A summary as a table for people, or as JSON for programs. */
public final class SummaryReport {

  private SummaryReport() {}

  /** One JSON object. */
  public static String json(SessionSummary summary) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary);
  }

  /** The lines of a table: the numbers, then each stage's latency. */
  public static List<String> table(SessionSummary summary) {
    ConsoleTable table =
        new ConsoleTable(Align.LEFT, Align.RIGHT, Align.RIGHT)
            .row("runs", String.valueOf(summary.runs()))
            .row("volumes", String.valueOf(summary.volumes()))
            .row("trials", String.valueOf(summary.trials()))
            .row("images stored", String.valueOf(summary.images()))
            .row("dead letters", String.valueOf(summary.deadLetters()))
            .row("")
            .row("stage", "p50 ms", "p99 ms");
    summary
        .stages()
        .forEach(
            (stage, latency) ->
                table.row(stage, millis(latency.p50Millis()), millis(latency.p99Millis())));
    return table.lines();
  }

  private static String millis(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
