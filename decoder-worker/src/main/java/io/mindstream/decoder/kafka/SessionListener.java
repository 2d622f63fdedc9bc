package io.mindstream.decoder.kafka;

/** Hears how a session gets on, on the loop's thread. */
interface SessionListener {

  /** Kafka answers. */
  void reachable();

  /**
   * Kafka does not answer; the session goes on trying.
   *
   * @param reason what is waited for
   */
  void unreachable(String reason);

  /** A trial's records are committed. */
  void committed(TrialOutcome outcome);
}
