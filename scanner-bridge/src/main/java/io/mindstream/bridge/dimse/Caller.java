package io.mindstream.bridge.dimse;

/**
 * Who asks for an association.
 *
 * @param title its AE title; a stranger may have sent anything in its place, which is not repeated
 * @param address of its machine
 */
record Caller(String title, String address) {

  private static final String NO_TITLE = "(no AE title)";

  /** Keeps what may go to a terminal. */
  Caller {
    title = AeTitle.valid(title) ? title : NO_TITLE;
  }

  /** For people. */
  @Override
  public String toString() {
    return title + " at " + address;
  }
}
