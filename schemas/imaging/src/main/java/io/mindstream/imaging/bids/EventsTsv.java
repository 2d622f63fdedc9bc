package io.mindstream.imaging.bids;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads and writes BIDS {@code _events.tsv}: columns onset and duration in seconds, trial_type and
 * stim_file, {@code n/a} where a value lacks.
 */
public final class EventsTsv {

  static final String ONSET = "onset";
  static final String DURATION = "duration";
  static final String TRIAL_TYPE = "trial_type";
  static final String STIM_FILE = "stim_file";
  static final String ABSENT = "n/a";
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
}
