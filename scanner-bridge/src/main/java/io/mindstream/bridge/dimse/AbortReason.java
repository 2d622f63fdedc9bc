package io.mindstream.bridge.dimse;

/** Why the provider aborts an association (PS3.8, table 9-26). */
enum AbortReason {
  NOT_SPECIFIED(0),
  UNRECOGNISED_PDU(1),
  UNEXPECTED_PDU(2),
  INVALID_PARAMETER(6);

  private final int code;

  AbortReason(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
