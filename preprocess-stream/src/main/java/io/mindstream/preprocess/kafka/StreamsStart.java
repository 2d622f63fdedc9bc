package io.mindstream.preprocess.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of the Streams application, up to where its partitions are assigned and their state is
 * restored.
 *
 * <p>{@link KafkaStreams#start} waits for the global store, and holds the monitor meanwhile that
 * its close needs. So it has a thread of its own, which a cancel interrupts.
 */
final class StreamsStart {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsStart.class);

  private final KafkaStreams streams;
  private final Thread thread = new Thread(this::run, "preprocess-start");
  private final CompletableFuture<Void> settled = new CompletableFuture<>();

  StreamsStart(KafkaStreams streams) {
    this.streams = streams;
    thread.setDaemon(true);
  }

  /**
   * Starts, and waits a while until it has settled or is cancelled. To be called once.
   *
   * @throws RuntimeException where Kafka Streams refuses to start
   */
  void await(Duration patience) {
    thread.start();
    try {
      settled.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("the stream is still joining its group after {}; it goes on trying", patience);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The stream runs, or has failed: nothing more is waited for. */
  void settle() {
    settled.complete(null);
  }

  /** Whether the stream ran, or failed, before now. */
  boolean settled() {
    return settled.isDone();
  }

  /** Ends the wait, without a failure, and lets go of the stream's monitor. */
  void cancel() {
    settle();
    thread.interrupt();
  }

  private void run() {
    try {
      streams.start();
    } catch (IllegalStateException | StreamsException e) { // also where it is closed meanwhile
      settled.completeExceptionally(e);
    }
  }
}
