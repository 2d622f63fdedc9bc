package io.mindstream.bridge.cli;

import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.ReceivedFolder;
import io.mindstream.bridge.net.OpenPort;
import io.mindstream.bridge.source.FeedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Stores the objects that come as files, and publishes nothing.
 *
 * @param folder where they are stored
 * @param console tells how it goes
 */
record StoringListener(DimseSettings settings, Path folder, PrintWriter console) {

  /** Until Ctrl-C. */
  void run() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    WatchConsole words = new WatchConsole(console);
    try (DimseListener listener = DimseListener.open(settings, stored(), words::note)) {
      Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown, "dicom-shutdown"));
      OpenPort.warning(listener.address()).ifPresent(words::line);
      words.line(
          "listening for DICOM objects at %s port %d as %s, into %s; Ctrl-C ends"
              .formatted(
                  listener.address().getAddress().getHostAddress(),
                  listener.address().getPort(),
                  settings.aeTitle(),
                  folder));
      interrupted.await();
    }
  }

  private ReceivedFolder stored() {
    try {
      return new ReceivedFolder(folder);
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be made or read (%s); give another --to-folder"
              .formatted(folder, e.getMessage()));
    }
  }
}
