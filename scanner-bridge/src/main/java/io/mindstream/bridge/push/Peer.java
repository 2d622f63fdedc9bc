package io.mindstream.bridge.push;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a feed. All of them share a short queue: while it is full, senders wait. For
 * the connection's thread.
 */
public final class Peer {

  private final BlockingQueue<Arrival> queue;
  private int volumes;

  Peer(BlockingQueue<Arrival> queue) {
    this.queue = queue;
  }

  /** A queue of arrivals: few, since each may hold a volume. */
  static BlockingQueue<Arrival> queue() {
    return new ArrayBlockingQueue<>(8);
  }

  /** A whole volume was read. */
  public void volume(PushedVolume volume) throws InterruptedException {
    volumes++;
    queue.put(new Arrival.Volume(this, volume));
  }

  /** The sender says that the series is complete. */
  public void ended() throws InterruptedException {
    queue.put(new Arrival.Ended(this));
  }

  /** Something a person should know; said once a run, however often it is told. */
  public void note(String text) throws InterruptedException {
    queue.put(new Arrival.Note(this, text));
  }

  void broken(String reason) throws InterruptedException {
    queue.put(new Arrival.Broken(this, reason));
  }

  /** How many volumes were read. */
  public int volumes() {
    return volumes;
  }

  static Optional<Arrival> next(BlockingQueue<Arrival> queue, long millis)
      throws InterruptedException {
    return Optional.ofNullable(queue.poll(millis, TimeUnit.MILLISECONDS));
  }
}
