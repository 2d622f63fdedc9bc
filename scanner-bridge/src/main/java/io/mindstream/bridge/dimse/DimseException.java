package io.mindstream.bridge.dimse;

import java.io.IOException;

/** A peer broke the protocol: its association is aborted, the listener goes on. */
final class DimseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final AbortReason reason;

  DimseException(AbortReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  AbortReason reason() {
    return reason;
  }
}
