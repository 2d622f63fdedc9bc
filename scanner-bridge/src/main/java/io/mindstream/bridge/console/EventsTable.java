package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Appends to a BIDS events table as a stimulus program does; pictures go into the folder {@code
 * stimuli} beside it.
 */
final class EventsTable implements StimulusLog {

  private static final String RUN = "{run}";

  private final String pattern;
  private Optional<Path> table = Optional.empty();

  /**
   * A table for each run.
   *
   * @param pattern file, with {@code {run}} where each run has its own; without it only the first
   *     run has one
   */
  EventsTable(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public void begin(RunId run, int number) {
    if (number > 0 && !pattern.contains(RUN)) {
      table = Optional.empty();
      return;
    }
    String label = run.run().orElse(String.valueOf(number + 1));
    Path file = Path.of(pattern.replace(RUN, label)).toAbsolutePath();
    try {
      Files.createDirectories(file.resolveSibling("stimuli"));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    EventsTsv.begin(file);
    table = Optional.of(file);
  }

  @Override
  public void shown(FeedMessage.Event event) {
    table.ifPresent(file -> append(file, event));
  }

  private static void append(Path file, FeedMessage.Event event) {
    try {
      Optional<String> picture = Optional.empty();
      if (event.stimulusId().isPresent() && event.stimulusPng().isPresent()) {
        String name = pictureName(event.stimulusId().get());
        Path target = file.resolveSibling("stimuli").resolve(name);
        picture = Optional.of(name);
        Files.createDirectories(target.getParent());
        Files.write(target, event.stimulusPng().get());
      }
      EventsTsv.append(
          file,
          new EventRow(
              event.onsetSeconds(),
              event.durationSeconds(),
              event.trialType(),
              picture,
              event.window()));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static String pictureName(String stimulus) {
    return stimulus.matches(".*\\.[A-Za-z]{3,4}") ? stimulus : stimulus + ".png";
  }

  private static FeedException unwritable(Path file, IOException e) {
    return new FeedException(
        "%s cannot be written (%s); give another --events-to".formatted(file, e.getMessage()));
  }
}
