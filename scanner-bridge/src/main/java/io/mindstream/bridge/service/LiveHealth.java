package io.mindstream.bridge.service;

import io.mindstream.service.ServiceLoop;
import java.util.Optional;

/** Shows what is wrong with Kafka, or else with the spool. For several threads. */
final class LiveHealth {

  private final ServiceLoop running;
  private Optional<String> kafka = Optional.empty();
  private Optional<String> spool = Optional.empty();

  LiveHealth(ServiceLoop running) {
    this.running = running;
  }

  synchronized void kafka(Optional<String> trouble) {
    kafka = trouble;
    show();
  }

  /** A full spool says more than a Kafka that is away: it is why volumes are lost. */
  synchronized void spool(Optional<String> trouble) {
    spool = trouble;
    show();
  }

  private void show() {
    spool.or(() -> kafka).ifPresentOrElse(running::unreachable, running::progress);
  }
}
