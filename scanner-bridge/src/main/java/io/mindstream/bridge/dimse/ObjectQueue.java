package io.mindstream.bridge.dimse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Objects that wait for their reader. A full queue makes a sender wait for a while only; then its
 * object is refused as {@link StoreAnswer#OUT_OF_RESOURCES}. May be used by any thread.
 */
public final class ObjectQueue implements ObjectSink {

  private final BlockingQueue<ReceivedObject> waiting;
  private final Duration patience;

  /**
   * An empty queue.
   *
   * @param most objects that may wait
   * @param patience how long a sender waits for room
   */
  public ObjectQueue(int most, Duration patience) {
    this.waiting = new ArrayBlockingQueue<>(most);
    this.patience = patience;
  }

  @Override
  public StoreAnswer take(ReceivedObject object) throws InterruptedException {
    return waiting.offer(object, patience.toMillis(), TimeUnit.MILLISECONDS)
        ? StoreAnswer.SUCCESS
        : StoreAnswer.OUT_OF_RESOURCES;
  }

  /** The object that waited longest, if one comes in time. */
  public Optional<ReceivedObject> next(Duration within) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(within.toMillis(), TimeUnit.MILLISECONDS));
  }
}
