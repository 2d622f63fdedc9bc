package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.Pacer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes objects as files, each in pieces with pauses between them, as a console that writes on a
 * share does: a reader sees files that are not whole yet.
 */
final class FolderDelivery implements Delivery {

  private static final int PIECES = 3;
  private static final int LONGEST_PAUSE_MILLIS = 40;

  private final VendorFormat format;
  private final Path folder;
  private final Pacer.Pause pause;
  private final double volumesASecond;

  /**
   * Writes below a folder, which is made where it lacks.
   *
   * @param volumesASecond how fast they come; the pauses of a volume take half of its time at most
   */
  FolderDelivery(VendorFormat format, Path folder, Pacer.Pause pause, double volumesASecond) {
    this.format = format;
    this.folder = folder;
    this.pause = pause;
    this.volumesASecond = volumesASecond;
  }

  @Override
  public void volume(AcquiredVolume volume) throws InterruptedException {
    var objects = format.objects(volume);
    double share = 1000 / volumesASecond / (2.0 * objects.size() * PIECES);
    Duration wait = Duration.ofMillis((long) Math.min(LONGEST_PAUSE_MILLIS, share));
    for (ScanObject object : objects) {
      write(object, wait);
    }
  }

  private void write(ScanObject object, Duration wait) throws InterruptedException {
    Path file = folder.resolve(object.name());
    byte[] bytes = object.file("SCANNER");
    int piece = (bytes.length + PIECES - 1) / PIECES;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int at = 0; at < bytes.length; at += piece) {
          out.write(bytes, at, Math.min(piece, bytes.length - at));
          out.flush();
          if (at + piece < bytes.length) {
            pause.halted(wait);
          }
        }
      }
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be written (%s); give another --out".formatted(file, e.getMessage()));
    }
  }

  @Override
  public void close() {
    // Each file is closed by itself.
  }
}
