package io.mindstream.bridge.service;

import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Between a live feed's thread and the one that publishes: takes up what comes while Kafka is late,
 * and makes the feed wait where that is too much to hold.
 */
final class LiveInbox implements LiveReceiver {

  /** A volume has 16 MiB at most and mostly 1 or 2. */
  private static final int CAPACITY = 32;

  private final BlockingQueue<LiveMessage> messages = new ArrayBlockingQueue<>(CAPACITY);
  private volatile boolean closed;

  @Override
  public void take(LiveMessage message) throws InterruptedException {
    messages.put(message);
  }

  /** Says that the feed tells nothing more. */
  void close() {
    closed = true;
  }

  /** True once everything that the feed told was handed out. */
  boolean over() {
    return closed && messages.isEmpty();
  }

  /** The next message, where one comes in time. */
  Optional<LiveMessage> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }
}
