package io.mindstream.bridge.dimse;

/**
 * Who asks for an association.
 *
 * @param title its AE title
 * @param address of its machine
 */
record Caller(String title, String address) {

  /** For people. */
  @Override
  public String toString() {
    return title + " at " + address;
  }
}
