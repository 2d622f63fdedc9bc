package io.mindstream.bridge.dimse;

/** What becomes of an object: the status of the C-STORE response (PS3.4, table B.2-1). */
public enum StoreAnswer {
  /** It is taken. */
  SUCCESS(0x0000, ""),
  /** There is no room for it now; the sender may try again later. */
  OUT_OF_RESOURCES(0xA700, "no room for it now, send it again later"),
  /** It has more bytes than are taken, at any time. */
  TOO_LARGE(0xA700, "larger than objects that are taken here"),
  /** It is another thing than its SOP class says. */
  DOES_NOT_MATCH(0xA900, "data set does not match its SOP class"),
  /** It is no data set that can be read. */
  CANNOT_UNDERSTAND(0xC000, "data set cannot be understood"),
  /** Its SOP class is not that of its presentation context. */
  WRONG_CLASS(0x0122, "SOP class is not that of the context"),
  /** Its instance UID is none. */
  WRONG_INSTANCE(0x0117, "SOP instance UID is not valid");

  private final int status;
  private final String comment;

  StoreAnswer(int status, String comment) {
    this.status = status;
    this.comment = comment;
  }

  int status() {
    return status;
  }

  /** At most 64 characters, as the field (0000,0902) takes. */
  String comment() {
    return comment;
  }
}
