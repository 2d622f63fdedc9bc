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
    int status = sender.store(Mosaic.instance(volume), object);
    if (status != 0) {
      throw new IOException("volume %d is refused, status %04X".formatted(volume, status));
    }
  }
}
