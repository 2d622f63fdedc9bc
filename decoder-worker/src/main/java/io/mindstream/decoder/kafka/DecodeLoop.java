package io.mindstream.decoder.kafka;

import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;

/**
 * Decodes on one device until stopped: a thread that keeps up sessions with Kafka, and the device's
 * own, which decodes.
 */
final class DecodeLoop {

  private static final String REMEDY =
      "the log says more. The trial in hand is not lost: it is decoded at the next start";

  private final DeviceChoice choice;
  private final DecoderWiring wiring;
  private final DeviceThread device;
  private final ServiceLoop loop;
  private final DecoderMetrics metrics;

  /** Begins to load the model; returns at once. */
  DecodeLoop(DeviceChoice choice, DecoderWiring wiring) {
    this.choice = choice;
    this.wiring = wiring;
    this.device = wiring.load(choice);
    this.metrics = new DecoderMetrics(wiring.meters());
    this.loop =
        new ServiceLoop("decode-loop-" + choice, new DecodeOutage(), REMEDY, this::runSession);
  }

  /**
   * Waits until the model is loaded.
   *
   * @throws java.util.concurrent.CancellationException where a stop came first
   * @throws RuntimeException as the load threw it
   */
  void awaitModel() {
    var unused = device.awaitDecoder();
  }

  /** Begins to decode, with a loaded model. */
  void start() {
    loop.start();
  }

  /** How the loop is. */
  ServiceHealth health() {
    if (device.isLoading()) {
      return new ServiceHealth.Waiting("the model is being loaded onto " + choice);
    }
    return loop.health() instanceof ServiceHealth.Failed failed
        ? new ServiceHealth.Failed("decoding on " + deviceName() + " failed: " + failed.reason())
        : loop.health();
  }

  /**
   * Asks the loop to leave the trial in hand, or the model that loads, and end. Returns at once.
   */
  void requestStop() {
    device.requestClose();
    loop.requestStop();
  }

  /**
   * Waits for the loop's end and closes the decoder.
   *
   * @return false where that takes longer; it goes on by itself
   */
  boolean stop(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean ended = loop.stop(timeout);
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    return device.close(left) && ended;
  }

  /** With a loaded model. */
  private String deviceName() {
    return device.awaitDecoder().device();
  }

  private void runSession(ServiceLoop running) {
    try (SessionClients clients = wiring.connect(device.awaitDecoder())) {
      new DecodeSession(clients, wiring.records(), device, metrics, wiring.config().runChoice())
          .run(running);
    }
  }
}
