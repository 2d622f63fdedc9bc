package io.mindstream.bridge.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Tries a connection by C-ECHO, as a console's "verify" does. */
public final class Verification {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Verification() {}

  /**
   * Returns where the receiver answers.
   *
   * @param calling own AE title
   * @param called the receiver's AE title
   * @throws RejectedException where the receiver speaks DICOM, and does not let this end in
   * @throws IOException where nobody answers, or something else than DICOM
   */
  public static void send(InetSocketAddress receiver, String calling, String called)
      throws IOException {
    try (AskedAssociation association =
        AskedAssociation.open(receiver, calling, called, Uid.VERIFICATION, PATIENCE)) {
      association.send(CommandSet.echo());
      int status = association.status();
      if (status != 0) {
        throw new IOException("C-ECHO is answered with status %04X".formatted(status));
      }
    }
  }
}
