package io.mindstream.bridge.dimse;

import java.util.Arrays;

/** Why an association is not accepted (PS3.8, table 9-21): result, source and reason. */
enum Rejection {
  APPLICATION_CONTEXT(
      1, 1, 2, "it asks for another application context than DICOM's", "it is for other programs"),
  CALLING_AE_TITLE(
      1,
      1,
      3,
      "its AE title is none of those allowed; name it by --allow or --scanner, or mend it there",
      "it does not know this end's AE title; give another, or have it added there"),
  CALLED_AE_TITLE(
      1,
      1,
      7,
      "it calls another AE title than this one's; mend it there, or give the called one by --ae-title",
      "it has another AE title than the one that was called"),
  PROTOCOL_VERSION(
      1,
      2,
      2,
      "its version of the upper layer protocol is not 1",
      "it speaks another version of the protocol"),
  TOO_MANY(
      2,
      3,
      2,
      "there are too many associations already; let it keep one open",
      "it has too many associations already; try again later");

  private final int result;
  private final int source;
  private final int reason;
  private final String here;
  private final String there;

  Rejection(int result, int source, int reason, String here, String there) {
    this.result = result;
    this.source = source;
    this.reason = reason;
    this.here = here;
    this.there = there;
  }

  /** A-ASSOCIATE-RJ. */
  byte[] pdu() {
    return new PduBytes().u8(0).u8(result).u8(source).u8(reason).pdu(PduType.ASSOCIATE_RJ);
  }

  /** For people at the end that rejects: why, and what to do. */
  String text() {
    return here;
  }

  /** For people at the end that is rejected. */
  static String said(PduCursor body) throws DimseException {
    body.skip(2);
    int source = body.u8();
    int reason = body.u8();
    return Arrays.stream(values())
        .filter(one -> one.source == source && one.reason == reason)
        .map(one -> one.there)
        .findFirst()
        .orElse("source %d, reason %d of PS3.8 table 9-21".formatted(source, reason));
  }
}
