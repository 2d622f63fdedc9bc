package io.mindstream.bridge.dimse;

/** Why an association is not accepted (PS3.8, table 9-21): result, source and reason. */
enum Rejection {
  APPLICATION_CONTEXT(1, 1, 2, "asks for another application context than DICOM's"),
  CALLING_AE_TITLE(1, 1, 3, "its AE title is not in the list of those allowed"),
  CALLED_AE_TITLE(1, 1, 7, "it calls another AE title than this one's"),
  PROTOCOL_VERSION(1, 2, 2, "its version of the upper layer protocol is not 1"),
  TOO_MANY(2, 3, 2, "there are too many associations already");

  private final int result;
  private final int source;
  private final int reason;
  private final String text;

  Rejection(int result, int source, int reason, String text) {
    this.result = result;
    this.source = source;
    this.reason = reason;
    this.text = text;
  }

  /** A-ASSOCIATE-RJ. */
  byte[] pdu() {
    return new PduBytes().u8(0).u8(result).u8(source).u8(reason).pdu(PduType.ASSOCIATE_RJ);
  }

  /** For the log. */
  String text() {
    return text;
  }
}
