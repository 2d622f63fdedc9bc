package io.mindstream.bridge.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.bridge.kafka.AckedProducer;
import io.mindstream.bridge.kafka.PatientProducer;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.Source;
import io.mindstream.bridge.spool.Spool;
import io.mindstream.bridge.spool.SpoolMeters;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.TopicPresence;
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
  private final SpoolSettings spool;
  private final SpoolMeters spoolMeters;

  /** Held by the thread that publishes: the next one waits for the record in flight. */
  private final Semaphore publishing = new Semaphore(1);

  BridgeSession(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      SpoolSettings spool) {
    this(kafka, registry, topics, meters, spool, new SpoolMeters(meters));
  }

  private BridgeSession(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      SpoolSettings spool,
      SpoolMeters spoolMeters) {
    this.kafka = kafka;
    this.registry = registry;
    this.topics = topics;
    this.meters = meters;
    this.spool = spool;
    this.spoolMeters = spoolMeters;
  }

  /** One that publishes to the same Kafka at the same time, with a spool of its own. */
  BridgeSession beside(SpoolSettings own) {
    return new BridgeSession(kafka, registry, topics, meters, own, spoolMeters);
  }

  /** Makes sure that the topics are there, and registers schemas; a stop ends the wait. */
  void prepare(ServiceLoop running) {
    running.onStop(Thread.currentThread()::interrupt);
    TopicPresence.require(kafka, topics);
    new TopicAdmin(kafka, registry).register(topics);
    running.onStop(() -> {}); // From here on a record may be in flight.
    running.reachable();
  }

  /** Plays to the end, or until stopped. */
  void play(Playback playback, ServiceLoop running) throws InterruptedException {
    publishing.acquire();
    try {
      Source source = playback.source();
      if (source instanceof Feed feed) {
        replay(feed, playback, running);
      } else if (source instanceof LiveFeed feed) {
        follow(feed, playback, running);
      }
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

  private void replay(Feed feed, Playback playback, ServiceLoop running)
      throws InterruptedException {
    try (AckedProducer producer =
        AckedProducer.of(kafka, topics, meters, late -> kafkaIsLate(running, late))) {
      running.reachable();
      RunPublisher publisher = new RunPublisher(registry, topics, producer::send);
      new ReplayLoop(feed, playback, new RunLifecycle(playback, publisher), running::pause).play();
    }
  }

  private void follow(LiveFeed feed, Playback playback, ServiceLoop running)
      throws InterruptedException {
    LiveHealth health = new LiveHealth(running);
    try (Spool records = Spool.open(spool, kafka.bootstrapServers(), spoolMeters, health::spool);
        PatientProducer producer = new PatientProducer(kafka, topics, meters, health::kafka)) {
      running.reachable();
      LiveIntake intake = new LiveIntake(playback.options(), records, registry, topics);
      SentRecords sent = new SentRecords(playback, topics.runs().codec(registry));
      LiveLoop loop =
          new LiveLoop(feed, playback, records, intake, new SpoolSender(records, producer, sent));
      records.leftOpen().map(run -> LeftOpen.of(run, registry, topics)).ifPresent(loop::settle);
      loop.play(running);
    } finally {
      feed.finish(); // Also one that never listened: who sends to it must not be kept waiting.
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
