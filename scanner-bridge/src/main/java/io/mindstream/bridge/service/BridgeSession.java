package io.mindstream.bridge.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.Source;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.ServiceLoop;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bridge's thread does, with connections that live as long as one call. */
final class BridgeSession {

  private static final Logger LOG = LoggerFactory.getLogger(BridgeSession.class);

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Topics topics;
  private final MeterRegistry meters;

  /** Held by the thread that publishes: the next one waits for the record in flight. */
  private final Semaphore publishing = new Semaphore(1);

  BridgeSession(KafkaSettings kafka, SchemaRegistry registry, Topics topics, MeterRegistry meters) {
    this.kafka = kafka;
    this.registry = registry;
    this.topics = topics;
    this.meters = meters;
  }

  /** Makes sure that topics and schemas are there; a stop ends the wait for them. */
  void prepare(ServiceLoop running) {
    running.onStop(Thread.currentThread()::interrupt);
    new TopicAdmin(kafka, registry).prepare(topics);
    running.onStop(() -> {}); // From here on a record may be in flight.
    running.reachable();
  }

  /** Plays to the end, or until stopped. */
  void play(Playback playback, ServiceLoop running) throws InterruptedException {
    publishing.acquire();
    try (RunPublisher publisher =
        new RunPublisher(kafka, registry, topics, meters, late -> kafkaIsLate(running, late))) {
      running.reachable();
      play(playback, new RunLifecycle(playback, publisher), running);
    } catch (RuntimeException e) {
      if (running.stopping()) { // A halted playback stays open, whatever broke on its way out.
        LOG.warn("playback suspended: {}", e.getMessage());
      } else {
        playback.fail(e);
      }
      throw e;
    } finally {
      publishing.release();
    }
  }

  private static void play(Playback playback, RunLifecycle lifecycle, ServiceLoop running)
      throws InterruptedException {
    Source source = playback.source();
    if (source instanceof Feed feed) {
      new ReplayLoop(feed, playback, lifecycle, running::pause).play();
    } else if (source instanceof LiveFeed feed) {
      new LiveLoop(feed, playback, lifecycle, running).play();
    }
  }

  private void kafkaIsLate(ServiceLoop running, boolean late) {
    if (late) {
      running.unreachable("Kafka at " + kafka.bootstrapServers());
    } else {
      running.progress();
    }
  }
}
