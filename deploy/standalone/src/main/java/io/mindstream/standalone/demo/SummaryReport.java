package io.mindstream.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.standalone.tally.LatencySummary;
import java.util.ArrayList;
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
    List<String> lines = new ArrayList<>();
    lines.add(count("runs", summary.runs()));
    lines.add(count("volumes", summary.volumes()));
    lines.add(count("trials", summary.trials()));
    lines.add(count("images stored", summary.images()));
    lines.add(count("dead letters", summary.deadLetters()));
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%-14s %10s %10s", "stage", "p50 ms", "p99 ms"));
    summary.stages().forEach((stage, latency) -> lines.add(row(stage, latency)));
    return lines;
  }

  private static String count(String name, int number) {
    return String.format(Locale.ROOT, "%-14s %10d", name, number);
  }

  private static String row(String stage, LatencySummary latency) {
    return String.format(
        Locale.ROOT,
        "%-14s %10s %10s",
        stage,
        millis(latency.p50Millis()),
        millis(latency.p99Millis()));
  }

  private static String millis(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }
}
