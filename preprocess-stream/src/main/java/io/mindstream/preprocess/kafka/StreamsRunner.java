package io.mindstream.preprocess.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.mindstream.preprocess.intake.LostLetters;
import io.mindstream.service.ServiceHealth;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the Streams application, from start to close. */
final class StreamsRunner implements StreamStage {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * How long a close waits before the stream has settled: its threads do not end before the
   * rebalance that they wait for, and nothing was accepted that could be finished.
   */
  private static final Duration CLOSE_UNSETTLED = Duration.ofSeconds(3);

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final Duration closeTimeout;
  private final StreamsStart start;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final LostLetters lost;
  private volatile @Nullable ServiceHealth trouble;

  StreamsRunner(
      Topology topology,
      Properties properties,
      Duration closeTimeout,
      MeterRegistry meters,
      LostLetters lost) {
    this.lost = lost;
    this.streams = new KafkaStreams(topology, LetterRefusal.with(properties, lost));
    this.metrics = new KafkaStreamsMetrics(streams);
    this.closeTimeout = closeTimeout;
    this.start = new StreamsStart(streams);
    streams.setUncaughtExceptionHandler(this::onThreadDeath);
    streams.setStateListener((now, before) -> onState(now));
    metrics.bindTo(meters);
  }

  /** Deletes the state that lies on this machine. To be called before the start, if at all. */
  void forget() {
    streams.cleanUp();
  }

  /**
   * Starts, and waits a while until the partitions are assigned and their state is restored, or
   * until it is closed. To be called once.
   *
   * @throws RuntimeException where Kafka Streams refuses to start
   */
  void start(Duration patience) {
    start.await(patience);
  }

  /** A record was processed: whatever was waited for is back. */
  void onProcessed() {
    if (trouble instanceof ServiceHealth.Waiting) {
      trouble = null;
    }
  }

  @Override
  public ServiceHealth health() {
    ServiceHealth now = trouble;
    if (now != null) {
      return now;
    }
    if (streams.state() != State.RUNNING) {
      return new ServiceHealth.Waiting("Kafka Streams is " + streams.state());
    }
    return isConnected()
        ? new ServiceHealth.Running()
        : new ServiceHealth.Waiting("no Kafka broker answers; start it, or check the network");
  }

  /** Commits what was processed and releases everything. */
  @Override
  public void close() {
    Duration timeout = start.settled() ? closeTimeout : shorter(closeTimeout, CLOSE_UNSETTLED);
    closing.countDown();
    start.cancel();
    metrics.close();
    if (!streams.close(timeout)) {
      LOG.warn("the stream did not close within {}; what was not committed is redone", timeout);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Streams keeps running while the broker is down; only its clients' connections tell. */
  private boolean isConnected() {
    return streams.metrics().entrySet().stream()
            .filter(metric -> metric.getKey().name().equals("connection-count"))
            .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
            .sum()
        > 0;
  }

  private StreamThreadExceptionResponse onThreadDeath(Throwable failure) {
    if (closing.getCount() == 0) {
      LOG.debug("the stream failed while it closed", failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    ServiceHealth judged = judge(failure);
    trouble = judged;
    start.settle();
    if (judged instanceof ServiceHealth.Waiting) {
      LOG.warn("{}; trying again", judged.describe());
      return pauseBeforeRetry()
          ? StreamThreadExceptionResponse.REPLACE_THREAD
          : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("the stream gives up: {}", judged.describe(), failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** A transaction that a refused dead letter ended succeeds next time, without the letter. */
  private ServiceHealth judge(Throwable failure) {
    return lost.takeNews()
        .<ServiceHealth>map(ServiceHealth.Waiting::new)
        .orElseGet(() -> FailurePolicy.judge(failure));
  }

  /** Runs on the dying thread, so it delays nothing else; false where the service is closing. */
  private boolean pauseBeforeRetry() {
    try {
      return !closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void onState(State now) {
    if (now == State.RUNNING || now == State.ERROR) {
      start.settle();
    }
    if (now == State.ERROR && trouble == null) {
      trouble = new ServiceHealth.Failed("Kafka Streams stopped with an error; see the log");
    }
  }
}
