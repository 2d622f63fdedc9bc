package io.mindstream.imaging.bids;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads and writes BIDS {@code _events.tsv}: columns onset and duration in seconds, trial_type and
 * stim_file, window_delay and window_length in seconds where an event asks for a window of its own,
 * {@code n/a} where a value lacks.
 */
public final class EventsTsv {

  static final String ONSET = "onset";
  static final String DURATION = "duration";
  static final String TRIAL_TYPE = "trial_type";
  static final String STIM_FILE = "stim_file";
  static final String WINDOW_DELAY = "window_delay";
  static final String WINDOW_LENGTH = "window_length";
  static final String ABSENT = "n/a";
  private static final List<String> USUAL = List.of(ONSET, DURATION, TRIAL_TYPE, STIM_FILE);
  private static final List<String> ALL =
      List.of(ONSET, DURATION, TRIAL_TYPE, STIM_FILE, WINDOW_DELAY, WINDOW_LENGTH);
  private static final CSVFormat FORMAT =
      CSVFormat.TDF.builder().setRecordSeparator('\n').setQuote(null).get();

  private EventsTsv() {}

  /**
   * The events of a file in order of onset; their position is the trial index.
   *
   * @throws BidsException where the file cannot be used; it names line and column
   */
  public static List<EventRow> read(Path file) {
    return read(file, note -> {});
  }

  /**
   * As {@link #read(Path)}.
   *
   * @param notes hears of rows that are left out, each with its line: for example a button press
   *     whose onset is n/a
   * @throws BidsException where the file cannot be used; it names line and column
   */
  public static List<EventRow> read(Path file, Consumer<String> notes) {
    return EventsTable.parse(file, TextFile.read(file), notes);
  }

  /**
   * As {@link #read(Path)}, of a file that another program still appends to: a last line without
   * its line end is left for later.
   *
   * @throws BidsException where the file cannot be used; it names line and column
   */
  public static List<EventRow> readGrowing(Path file) {
    String text = TextFile.read(file);
    int end = text.lastIndexOf('\n') + 1;
    return end == 0 ? List.of() : EventsTable.parse(file, text.substring(0, end), note -> {});
  }

  /**
   * Writes events in the order given; columns of windows only where an event asks for one.
   *
   * @throws BidsException where the file cannot be written
   */
  public static void write(Path file, List<EventRow> events) {
    boolean windows = events.stream().anyMatch(event -> event.window().isAsked());
    write(file, windows ? ALL : USUAL, events);
  }

  /**
   * Begins a table with all columns, to which {@link #append} adds events.
   *
   * @throws BidsException where the file cannot be written
   */
  public static void begin(Path file) {
    write(file, ALL, List.of());
  }

  /**
   * Adds an event to a table that was begun.
   *
   * @throws BidsException where the file cannot be written
   */
  public static void append(Path file, EventRow event) {
    try {
      String line = FORMAT.format(cells(event).toArray()) + "\n";
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void write(Path file, List<String> columns, List<EventRow> events) {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        var rows = FORMAT.print(out)) {
      rows.printRecord(columns);
      for (EventRow event : events) {
        rows.printRecord(cells(event).subList(0, columns.size()));
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static List<Object> cells(EventRow event) {
    return List.of(
        event.onsetSeconds(),
        event.durationSeconds(),
        event.trialType(),
        event.stimFile().orElse(ABSENT),
        event.window().delaySeconds().<Object>map(seconds -> seconds).orElse(ABSENT),
        event.window().lengthSeconds().<Object>map(seconds -> seconds).orElse(ABSENT));
  }

  private static BidsException unwritable(Path file, IOException e) {
    return new BidsException(file, "cannot be written (" + e.getMessage() + ")", e);
  }
}
