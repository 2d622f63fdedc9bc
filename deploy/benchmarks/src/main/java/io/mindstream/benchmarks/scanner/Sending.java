package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.bridge.dimse.StoreSender;
import java.io.IOException;

/** A scanner that sends by C-STORE. */
final class Sending {

  private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

  private Sending() {}

  static StoreSender open(Played run) throws IOException {
    return StoreSender.open(run.address().orElseThrow(), "SCANNER", "MINDSTREAM", MR);
  }

  /**
   * Sends one object.
   *
   * @throws IOException where it is refused as well
   */
  static void store(StoreSender sender, int volume, byte[] object) throws IOException {
    store(sender, Mosaic.instance(volume), object);
  }

  static void store(StoreSender sender, String instance, byte[] object) throws IOException {
    int status = sender.store(instance, object);
    if (status != 0) {
      throw new IOException("object %s is refused, status %04X".formatted(instance, status));
    }
  }
}
