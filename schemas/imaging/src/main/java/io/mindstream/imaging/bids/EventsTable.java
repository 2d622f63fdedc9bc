package io.mindstream.imaging.bids;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** The rows of one {@code _events.tsv} while it is read; lines count from 1, blank ones too. */
final class EventsTable {

  private static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
          .setQuote(null)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final Path file;
  private final Consumer<String> notes;
  private final List<EventRow> rows = new ArrayList<>();
  private final List<Long> withoutDuration = new ArrayList<>();

  private EventsTable(Path file, Consumer<String> notes) {
    this.file = file;
    this.notes = notes;
  }

  /**
   * Reads a table.
   *
   * @param notes hears of rows that are left out
   * @throws BidsException naming line and column of what cannot be used
   */
  static List<EventRow> parse(Path file, String text, Consumer<String> notes) {
    EventsTable table = new EventsTable(file, notes);
    // The parser counts a line once it has seen its end.
    try (CSVParser parser = FORMAT.parse(new StringReader(text + "\n"))) {
      table.requireColumns(parser.getHeaderNames());
      for (CSVRecord row : parser) {
        table.add(new EventCells(file, parser.getCurrentLineNumber(), row));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new BidsException(
          file, "is no table of tab-separated columns (" + e.getMessage() + ")", e);
    }
    return table.finished();
  }

  private void requireColumns(List<String> names) {
    for (String column : List.of(EventsTsv.ONSET, EventsTsv.DURATION)) {
      if (!names.contains(column)) {
        throw new BidsException(
            file,
            1,
            column,
            "missing; the first line must name tab-separated columns, got " + names);
      }
    }
    if (names.contains("")) {
      notes.accept(file + ": column " + (names.indexOf("") + 1) + " has no name and is left out");
    }
  }

  private void add(EventCells cells) {
    cells.requireOwnColumns();
    Optional<Double> onset = cells.number(EventsTsv.ONSET);
    Optional<Double> duration = cells.number(EventsTsv.DURATION);
    if (onset.isEmpty()) {
      notes.accept(cells.place() + ": has no onset (n/a) and is left out");
      return;
    }
    if (duration.isEmpty()) {
      withoutDuration.add(cells.line());
    }
    rows.add(
        new EventRow(
            onset.get(),
            cells.notNegative(EventsTsv.DURATION, duration.orElse(0.0)),
            cells.text(EventsTsv.TRIAL_TYPE).orElse(EventsTsv.ABSENT),
            cells.text(EventsTsv.STIM_FILE),
            cells.window()));
  }

  private List<EventRow> finished() {
    if (!withoutDuration.isEmpty()) {
      notes.accept(
          "%s: line %s: no duration (n/a), taken as 0 s"
              .formatted(
                  file,
                  withoutDuration.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    rows.sort(Comparator.comparingDouble(EventRow::onsetSeconds));
    return List.copyOf(rows);
  }
}
