package io.mindstream.bridge.push;

/** What connections hand to the feed's thread. */
sealed interface Arrival {

  /** The connection that it came from. */
  Peer from();

  /** A volume. */
  record Volume(Peer from, PushedVolume volume) implements Arrival {}

  /** The sender says, or shows by closing, that its series is complete. */
  record Ended(Peer from) implements Arrival {}

  /**
   * The connection broke, or said what cannot be understood.
   *
   * @param reason why, and what to do
   */
  record Broken(Peer from, String reason) implements Arrival {}

  /** Something a person should know. */
  record Note(Peer from, String text) implements Arrival {}
}
