package io.mindstream.bridge.live;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.TrialEvents;
import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.imaging.bids.StimulusPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events of a run, from a file that a stimulus program may still append to. Pictures are those
 * in the folder {@code stimuli} beside it. A file that cannot be read costs events, not the run.
 * For one thread.
 */
public final class EventsFile {

  private final Optional<Path> file;
  private final TrialEvents events;
  private final DueEvents due = new DueEvents();
  private final Consumer<String> notes;
  private List<EventRow> rows = List.of();
  private String trouble = "";

  /**
   * Events of a file.
   *
   * @param file empty for a run without events
   */
  public EventsFile(Optional<Path> file, Consumer<String> notes) {
    this.file = file.map(Path::toAbsolutePath);
    this.events =
        new TrialEvents(
            new StimulusPictures(
                this.file.map(path -> path.resolveSibling("stimuli")).orElse(Path.of("stimuli"))));
    this.notes = notes;
  }

  /**
   * Reads what is there already.
   *
   * @throws BidsException where the file is there and no table of events
   */
  public void requireReadable() {
    file.filter(Files::exists).ifPresent(EventsTsv::readGrowing);
  }

  /** Leaves out the events that another process told, given by their onsets in seconds. */
  public void goOn(List<Double> onsets) {
    due.goOn(onsets);
  }

  /** The events whose time has come. */
  List<FeedMessage.Event> due(double seconds) {
    read(false);
    return take(seconds);
  }

  /** The last of them, now that nobody appends any more; says what lies after the run's end. */
  List<FeedMessage.Event> last(double seconds) {
    read(true);
    List<FeedMessage.Event> taken = take(seconds);
    int left = due.remaining(rows).size();
    if (left > 0) {
      notes.accept(left + " events lie after the run's end and are not published");
    }
    return taken;
  }

  private List<FeedMessage.Event> take(double seconds) {
    int trial = due.count();
    List<FeedMessage.Event> taken = new ArrayList<>();
    for (EventRow row : due.take(rows, seconds)) {
      taken.add(events.event(row, trial++, Math.max(0, row.onsetSeconds())));
    }
    return taken;
  }

  /**
   * Reads again, since appending within the clock's grain changes neither size nor time for sure.
   */
  private void read(boolean complete) {
    if (file.filter(Files::exists).isEmpty()) {
      return;
    }
    try {
      rows = complete ? EventsTsv.read(file.get()) : EventsTsv.readGrowing(file.get());
      trouble = "";
    } catch (BidsException e) {
      String now = String.valueOf(e.getMessage());
      if (!now.equals(trouble)) {
        notes.accept(now + " (no events are published until it is mended)");
      }
      trouble = now;
    }
  }
}
