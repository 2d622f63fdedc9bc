package io.mindstream.decoder.kafka;

import io.mindstream.schemas.kafka.BrokerProbe;

/** Hears how a session gets on, on the loop's thread. */
interface SessionListener extends BrokerProbe.Listener {

  /** A trial's records are committed. */
  void committed(TrialOutcome outcome);
}
