package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.EventWindow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of one row by the names of their columns.
 *
 * @param line of the file, origin 1
 */
record EventCells(Path file, long line, CSVRecord row) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Set<String> ABSENT = Set.of("", "n/a", "N/A", "NA", "nan", "NaN");

  /** Where the row is, for people. */
  String place() {
    return file + ":" + line;
  }

  /**
   * Checks that no cell has slipped out of its column.
   *
   * @throws BidsException where the row has more cells than the first line has names, or too few
   *     for onset and duration
   */
  void requireOwnColumns() {
    int columns = row.getParser().getHeaderNames().size();
    boolean longer = row.stream().skip(columns).anyMatch(cell -> !cell.isBlank());
    if (longer || !row.isSet(EventsTsv.ONSET) || !row.isSet(EventsTsv.DURATION)) {
      throw new BidsException(
          file,
          line,
          "onset",
          "the row has %d cells, the first line %d names; write one cell a name, n/a where there is no value"
              .formatted(row.size(), columns));
    }
  }

  /** The text of a cell; empty for n/a. */
  Optional<String> text(String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(value -> !ABSENT.contains(value))
        : Optional.empty();
  }

  /**
   * A number of seconds; empty for n/a.
   *
   * @throws BidsException where the cell holds something else
   */
  Optional<Double> number(String column) {
    return text(column).map(value -> number(column, value));
  }

  private double number(String column, String value) {
    double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw wrong(
          column,
          "'" + value + "' is not a number of seconds; write for example 12.5, with a point");
    }
    return number;
  }

  /**
   * Checks a duration.
   *
   * @throws BidsException where it is below 0
   */
  double notNegative(String column, double value) {
    if (value < 0) {
      throw wrong(column, "must be 0 s or more, got " + value);
    }
    return value;
  }

  /**
   * The window that an event asks for itself.
   *
   * @throws BidsException where it is out of bounds
   */
  EventWindow window() {
    Optional<Double> delay = number(EventsTsv.WINDOW_DELAY);
    Optional<Double> length = number(EventsTsv.WINDOW_LENGTH);
    if (delay.isPresent() && !EventWindow.isDelay(delay.get())) {
      throw wrong(EventsTsv.WINDOW_DELAY, EventWindow.DELAYS + ", got " + delay.get());
    }
    if (length.isPresent() && !EventWindow.isLength(length.get())) {
      throw wrong(EventsTsv.WINDOW_LENGTH, EventWindow.LENGTHS + ", got " + length.get());
    }
    return new EventWindow(delay, length);
  }

  private BidsException wrong(String column, String problem) {
    return new BidsException(file, line, column, problem);
  }
}
