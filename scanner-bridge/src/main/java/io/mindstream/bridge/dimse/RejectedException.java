package io.mindstream.bridge.dimse;

import java.io.IOException;

/** The other end speaks DICOM, and does not let this one in. The message says why. */
public final class RejectedException extends IOException {

  private static final long serialVersionUID = 1L;

  RejectedException(String why) {
    super("the association is refused: " + why);
  }
}
