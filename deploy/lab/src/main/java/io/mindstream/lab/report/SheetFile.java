package io.mindstream.lab.report;

import io.mindstream.imaging.picture.ContactSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A contact sheet as a file. */
public final class SheetFile {

  private SheetFile() {}

  /**
   * Writes trials side by side as a PNG file.
   *
   * @param trials in reading order
   * @param samples how many of each trial's samples are shown
   * @throws UncheckedIOException where the file cannot be written
   */
  public static void write(Path file, List<ContactSheet.Row> trials, int samples) {
    try {
      Files.write(
          file,
          ContactSheet.png(
              "Each trial: what was shown on the left, decoded on the right", trials, samples));
    } catch (IOException e) {
      throw new UncheckedIOException("the contact sheet cannot be written to " + file, e);
    }
  }
}
