package io.mindstream.bridge.source;

import java.util.List;

/**
 * A source that pushes runs as they are scanned: none of its lengths is known, its times are those
 * of arrival, and what it said once it cannot say again. One after the other it tells any number of
 * runs, each {@link LiveMessage.RunStarted}, {@link LiveMessage.Happened} as often as something
 * does, then {@link LiveMessage.RunEnded} or {@link LiveMessage.RunBroken}.
 *
 * <p>When a run is over is the feed's own judgement: the sender said so, the next series begins, or
 * nothing came for long. A bridge that is stopped ends the present run as ABORTED, since the
 * volumes of the time in between would be lost; after one that was killed a feed may go on with the
 * run, see {@link #goesOn}.
 */
public non-sealed interface LiveFeed extends Source {

  /**
   * Listens until the source is over or {@link #finish} is called. Runs once, on a thread of its
   * own that is interrupted where it outlives the playback.
   *
   * @param receiver takes the messages; it waits for the disk alone, not for Kafka
   * @throws FeedException where the source breaks: a run that was started is ABORTED with the
   *     exception's message
   * @throws InterruptedException where the thread was interrupted, which the feed need not handle
   */
  void listen(LiveReceiver receiver) throws InterruptedException;

  /**
   * Asks the feed to tell what came, end its run properly and return from {@link #listen}. Returns
   * at once; may be called by any thread, and more than once.
   */
  void finish();

  /**
   * Asks, before {@link #listen}, whether the feed goes on with a run that a killed bridge left
   * open: without another {@link LiveMessage.RunStarted}, and with what it had not told.
   *
   * @return false where it cannot: then that run is ABORTED
   */
  default boolean goesOn(OpenRun run) {
    return false;
  }

  /** A live feed's problems come up while it runs. */
  @Override
  default List<String> problems() {
    return List.of();
  }
}
