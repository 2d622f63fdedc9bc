package io.mindstream.bridge.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.Source;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.service.ServiceHealth;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays sources to Kafka, one at a time, on a thread of its own. The playback of a {@link Feed}
 * survives {@link #stop} and {@link #start}: it goes on after the last record that Kafka
 * acknowledged. That of a {@link LiveFeed} ends with a stop, its run ABORTED; what Kafka did not
 * take by then is sent when the next live feed is played.
 *
 * <p>No method waits for Kafka while it holds the monitor, so a stop or an abort always gets
 * through, also to a start that Kafka does not answer.
 */
public final class BridgeService implements PipelineService, AutoCloseable {

  /** The service's name, for logs, health and metrics. */
  public static final String NAME = "scanner-bridge";

  private static final Logger LOG = LoggerFactory.getLogger(BridgeService.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final BridgeSession session;
  private volatile @Nullable ServiceLoop loop;
  private boolean started;
  private @Nullable Playback playback;

  /**
   * A service that connects nowhere until it is started.
   *
   * @param spool of the live feeds; not touched before one is played
   */
  public BridgeService(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      MeterRegistry meters,
      SpoolSettings spool) {
    this(new BridgeSession(kafka, registry, topics, meters, spool));
  }

  private BridgeService(BridgeSession session) {
    this.session = session;
  }

  /**
   * Another bridge of this process, for a source that is played at the same time. It is the
   * caller's to start and to close.
   *
   * @param own spool that no other bridge uses
   */
  public BridgeService beside(SpoolSettings own) {
    return new BridgeService(session.beside(own));
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Makes sure that topics and schemas are there, and goes on with a playback that a stop had
   * suspended. Returns early, and not started, where it is stopped meanwhile.
   *
   * @throws io.mindstream.schemas.topic.KafkaUnavailableException where Kafka does not answer
   * @throws io.mindstream.schemas.serde.RegistryUnavailableException where the registry does not
   *     answer
   */
  @Override
  public void start() {
    ServiceLoop starting;
    synchronized (this) {
      if (loop != null) {
        return;
      }
      starting = begin(this::prepareAndResume);
    }
    boolean ready = false;
    try {
      starting.awaitReady();
      ready = !starting.stopping();
    } finally {
      settle(starting, ready);
    }
  }

  /**
   * Begins to play a source and returns at once.
   *
   * @param listener hears of each acknowledged record
   * @throws IllegalStateException where the service is not started, or plays another source
   */
  public synchronized Playback play(
      Source source, PlaybackOptions options, PlaybackListener listener) {
    if (!started) {
      throw new IllegalStateException("the bridge is not started");
    }
    if (playback != null && !playback.isDone()) {
      throw new IllegalStateException(
          "the bridge still plays "
              + playback.source().description()
              + "; wait for it or abort it");
    }
    Playback next = new Playback(source, options, listener);
    playback = next;
    begin(running -> session.play(next, running));
    return next;
  }

  /** Ends the playback, if there is one: its run is published as ABORTED with the reason. */
  public void abort(String reason) {
    Playback aborted;
    ServiceLoop halted;
    synchronized (this) {
      aborted = playback;
      halted = loop;
      if (aborted == null || aborted.isDone()) {
        return;
      }
      aborted.requestAbort(reason);
    }
    halt(halted);
    aborted.complete(); // Where nothing played, or Kafka could not be told.
  }

  /** Suspends the playback after the record in flight. */
  @Override
  public void stop() {
    Playback suspended;
    ServiceLoop halted;
    synchronized (this) {
      suspended = playback;
      halted = loop;
      loop = null;
      started = false;
    }
    halt(halted);
    if (suspended != null) {
      suspended.suspend();
    }
  }

  /** Aborts the playback and stops, for good. */
  @Override
  public void close() {
    abort("the bridge was shut down");
    stop();
  }

  @Override
  public ServiceHealth health() {
    ServiceLoop now = loop;
    return now == null ? new ServiceHealth.Stopped() : now.health();
  }

  private ServiceLoop begin(ServiceLoop.Session session) {
    ServiceLoop next =
        new ServiceLoop(
            "scanner-bridge-playback", failure -> Optional.empty(), "play it again", session);
    loop = next;
    next.start();
    return next;
  }

  private synchronized void settle(ServiceLoop starting, boolean ready) {
    if (loop == starting) {
      started = ready;
      loop = ready ? starting : null;
    }
  }

  private static void halt(@Nullable ServiceLoop halted) {
    if (halted != null && !halted.stop(GRACE)) {
      LOG.warn("the playback still waits for Kafka; it ends when Kafka answers or gives up");
    }
  }

  private void prepareAndResume(ServiceLoop running) throws InterruptedException {
    session.prepare(running);
    Playback suspended = unfinished(); // Before the start returns: what is played then is not ours.
    running.ready();
    if (suspended != null && !running.stopping()) {
      session.play(suspended, running);
    }
  }

  private synchronized @Nullable Playback unfinished() {
    return playback == null || playback.isDone() ? null : playback;
  }
}
