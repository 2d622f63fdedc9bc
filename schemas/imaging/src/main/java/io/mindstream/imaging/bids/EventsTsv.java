package io.mindstream.imaging.bids;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads and writes BIDS {@code _events.tsv}: columns onset and duration in seconds, trial_type and
 * stim_file, {@code n/a} where a value lacks.
 */
public final class EventsTsv {

  private static final String ONSET = "onset";
  private static final String DURATION = "duration";
  private static final String TRIAL_TYPE = "trial_type";
  private static final String STIM_FILE = "stim_file";
  private static final String ABSENT = "n/a";
  private static final CSVFormat READ =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setQuote(null)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();
  private static final CSVFormat WRITE =
      CSVFormat.TDF
          .builder()
          .setHeader(ONSET, DURATION, TRIAL_TYPE, STIM_FILE)
          .setRecordSeparator('\n')
          .setQuote(null)
          .get();

  private EventsTsv() {}

  /**
   * The events of a file in order of onset; their position is the trial index.
   *
   * @throws BidsException where the file cannot be used; it names line and column
   */
  public static List<EventRow> read(Path file) {
    return parse(file, text(file));
  }

  /**
   * As {@link #read}, of a file that another program still appends to: a last line without its line
   * end is left for later.
   *
   * @throws BidsException where the file cannot be used; it names line and column
   */
  public static List<EventRow> readGrowing(Path file) {
    String text = text(file);
    int end = text.lastIndexOf('\n') + 1;
    return end == 0 ? List.of() : parse(file, text.substring(0, end));
  }

  private static List<EventRow> parse(Path file, String text) {
    try (CSVParser rows = READ.parse(new StringReader(text))) {
      requireColumn(file, rows, ONSET);
      requireColumn(file, rows, DURATION);
      return rows.stream()
          .map(row -> event(file, row))
          .sorted(Comparator.comparingDouble(EventRow::onsetSeconds))
          .toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BidsException unreadable(Path file, Exception e) {
    return new BidsException(
        file, "cannot be read as tab-separated UTF-8 text (" + e.getMessage() + ")", e);
  }

  /**
   * Writes events in the order given.
   *
   * @throws BidsException where the file cannot be written
   */
  public static void write(Path file, List<EventRow> events) {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        var rows = WRITE.print(out)) {
      for (EventRow event : events) {
        rows.printRecord(
            event.onsetSeconds(),
            event.durationSeconds(),
            event.trialType(),
            event.stimFile().orElse(ABSENT));
      }
    } catch (IOException e) {
      throw new BidsException(file, "cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static EventRow event(Path file, CSVRecord row) {
    double onset =
        number(file, row, ONSET)
            .orElseThrow(() -> wrong(file, row, ONSET, "every event needs an onset in seconds"));
    double duration = number(file, row, DURATION).orElse(0.0);
    if (duration < 0) {
      throw wrong(file, row, DURATION, "must be 0 s or more, got " + duration);
    }
    return new EventRow(
        onset, duration, text(row, TRIAL_TYPE).orElse(ABSENT), text(row, STIM_FILE));
  }

  private static Optional<Double> number(Path file, CSVRecord row, String column) {
    Optional<String> text = text(row, column);
    try {
      Optional<Double> value = text.map(Double::valueOf);
      if (value.isPresent() && !Double.isFinite(value.get())) {
        throw new NumberFormatException("not finite");
      }
      return value;
    } catch (NumberFormatException e) {
      throw wrong(
          file,
          row,
          column,
          "'" + text.orElse("") + "' is not a number of seconds; write for example 12.5 or n/a");
    }
  }

  private static Optional<String> text(CSVRecord row, String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(value -> !value.isBlank() && !value.equals(ABSENT))
        : Optional.empty();
  }

  private static void requireColumn(Path file, CSVParser rows, String column) {
    if (!rows.getHeaderNames().contains(column)) {
      throw new BidsException(
          file,
          1,
          column,
          "missing; the first line must name tab-separated columns, got " + rows.getHeaderNames());
    }
  }

  private static BidsException wrong(Path file, CSVRecord row, String column, String problem) {
    return new BidsException(file, row.getRecordNumber() + 1, column, problem);
  }
}
