package io.mindstream.bridge.recorded;

import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.schemas.serde.Bytes;
import io.mindstream.storage.recording.RecordStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes a run's events as BIDS has them, and the pictures that they show. */
final class EventsExport {

  private final BidsFiles files;
  private final Set<Integer> trials = new HashSet<>();
  private final List<EventRow> rows = new ArrayList<>();

  EventsExport(BidsFiles files) {
    this.files = files;
  }

  /**
   * Writes table, sidecar and pictures.
   *
   * @param table the {@code _events.tsv}
   * @return how many events there are
   */
  int write(RecordStream<StimulusEvent> events, Path table) throws IOException {
    while (events.hasNext()) {
      StimulusEvent event = events.next().value();
      if (trials.add(event.getTrialIndex())) {
        rows.add(row(event));
      }
    }
    rows.sort(Comparator.comparingDouble(EventRow::onsetSeconds));
    EventsTsv.write(table, rows);
    String sidecar = files.root().relativize(table).toString().replaceFirst("\\.tsv$", ".json");
    files.json(sidecar, columns(rows.stream().anyMatch(row -> row.window().isAsked())));
    return rows.size();
  }

  private EventRow row(StimulusEvent event) throws IOException {
    Optional<String> picture = Optional.empty();
    if (event.getStimulusPng().isPresent()) {
      String name = pictureName(event);
      Path file = files.root().resolve("stimuli").resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, Bytes.of(event.getStimulusPng().get()));
      picture = Optional.of(name);
    }
    return new EventRow(
        event.getOnsetSeconds(),
        event.getDurationSeconds(),
        event.getTrialType(),
        picture,
        EventWindow.of(event));
  }

  /** A name of the source's must not lead out of the folder. */
  private static String pictureName(StimulusEvent event) {
    String id =
        event
            .getStimulusId()
            .orElse("trial-" + event.getTrialIndex())
            .replaceAll("[^A-Za-z0-9._/-]", "-")
            .replaceAll("\\.\\.+", ".")
            .replaceFirst("^[/.]+", "");
    return id.endsWith(".png") ? id : id + ".png";
  }

  private static Map<String, Object> seconds(String what) {
    return Map.of("Description", what + " n/a: as the preprocessing was set.", "Units", "s");
  }

  private static Map<String, Object> columns(boolean windows) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("trial_type", Map.of("Description", "Category of the picture that was shown."));
    columns.put(
        "stim_file",
        Map.of(
            "Description",
            "The picture that was shown, below stimuli; n/a where it is not known."));
    if (windows) {
      columns.put("window_delay", seconds("From the onset to the window that was decoded."));
      columns.put("window_length", seconds("Length of the window that was decoded."));
    }
    return columns;
  }
}
