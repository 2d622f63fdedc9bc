package io.mindstream.bridge.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.Feed;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays feeds to Kafka, one at a time, on a thread of its own. A playback survives {@link #stop}
 * and {@link #start}: it goes on after the last record that Kafka acknowledged.
 */
public final class BridgeService implements PipelineService, AutoCloseable {

  /** The service's name, for logs, health and metrics. */
  public static final String NAME = "scanner-bridge";

  private static final Logger LOG = LoggerFactory.getLogger(BridgeService.class);
  private static final long GRACE_MILLIS = 5_000;

  private final KafkaSettings kafka;
  private final SchemaRegistry registry;
  private final Topics topics;
  private final MeterRegistry meters;

  private volatile ServiceHealth health = new ServiceHealth.Stopped();
  private boolean started;
  private @Nullable Playback playback;
  private @Nullable Player player;

  /** A service that connects nowhere until it is started. */
  public BridgeService(
      KafkaSettings kafka, SchemaRegistry registry, Topics topics, MeterRegistry meters) {
    this.kafka = kafka;
    this.registry = registry;
    this.topics = topics;
    this.meters = meters;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Makes sure that topics and schemas are there, and goes on with a playback that a stop had
   * suspended.
   *
   * @throws io.mindstream.schemas.topic.KafkaUnavailableException where Kafka does not answer
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  @Override
  public synchronized void start() {
    if (started) {
      return;
    }
    new TopicAdmin(kafka, registry).prepare(topics);
    started = true;
    health = new ServiceHealth.Running();
    if (playback != null && !playback.isDone()) {
      player = new Player(playback);
    }
  }

  /**
   * Begins to play a feed and returns at once.
   *
   * @param listener hears of each acknowledged record
   * @throws IllegalStateException where the service is not started, or plays another feed
   */
  public synchronized Playback play(Feed feed, PlaybackOptions options, PlaybackListener listener) {
    if (!started) {
      throw new IllegalStateException("the bridge is not started");
    }
    if (playback != null && !playback.isDone()) {
      throw new IllegalStateException(
          "the bridge still plays " + playback.feed().description() + "; wait for it or abort it");
    }
    health = new ServiceHealth.Running();
    Playback next = new Playback(feed, options, listener);
    playback = next;
    player = new Player(next);
    return next;
  }

  /** Ends the playback, if there is one: its run is published as ABORTED with the reason. */
  public synchronized void abort(String reason) {
    if (playback == null || playback.isDone()) {
      return;
    }
    playback.requestAbort(reason);
    haltPlayer();
    playback.complete(); // Where nothing played, or Kafka could not be told.
  }

  /** Suspends the playback after the record in flight. */
  @Override
  public synchronized void stop() {
    if (!started) {
      return;
    }
    haltPlayer();
    started = false;
    health = new ServiceHealth.Stopped();
  }

  /** Aborts the playback and stops, for good. */
  @Override
  public void close() {
    abort("the bridge was shut down");
    stop();
  }

  @Override
  public ServiceHealth health() {
    return health;
  }

  private void haltPlayer() {
    if (player != null) {
      player.halt();
      player = null;
    }
  }

  private void kafkaIsLate(boolean late) {
    if (late) {
      LOG.warn("waiting for Kafka at {}", kafka.bootstrapServers());
    }
    health =
        late
            ? new ServiceHealth.Waiting("Kafka at " + kafka.bootstrapServers())
            : new ServiceHealth.Running();
  }

  /** A playback between one start and the next stop. */
  private final class Player {
    private final Playback playback;
    private final CountDownLatch halt = new CountDownLatch(1);
    private final Thread thread;

    Player(Playback playback) {
      this.playback = playback;
      this.thread = new Thread(this::run, "scanner-bridge-playback");
      this.thread.start();
    }

    private void run() {
      try (RunPublisher publisher =
          new RunPublisher(kafka, registry, topics, meters, BridgeService.this::kafkaIsLate)) {
        new PlaybackLoop(playback, publisher, halt).play();
      } catch (InterruptedException e) {
        LOG.debug("playback interrupted", e);
      } catch (RuntimeException e) {
        giveUp(e);
      }
    }

    /** A halted playback stays open, whatever broke on its way out: it can be resumed. */
    private void giveUp(RuntimeException e) {
      if (halt.getCount() == 0) {
        LOG.warn("playback suspended: {}", e.getMessage());
        return;
      }
      LOG.error("playback given up: {}", e.getMessage());
      health = new ServiceHealth.Failed(String.valueOf(e.getMessage()));
      playback.fail(e);
    }

    void halt() {
      halt.countDown();
      try {
        thread.join(GRACE_MILLIS);
        thread.interrupt();
        thread.join(GRACE_MILLIS);
      } catch (InterruptedException e) {
        thread.interrupt();
        Thread.currentThread().interrupt();
      }
    }
  }
}
