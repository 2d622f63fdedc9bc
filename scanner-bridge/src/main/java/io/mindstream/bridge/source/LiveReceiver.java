package io.mindstream.bridge.source;

/** Takes what a {@link LiveFeed} tells, in order. May be called by several threads of the feed. */
@FunctionalInterface
public interface LiveReceiver {

  /**
   * Takes a message; waits where the playback is many messages behind, so that a feed never fills
   * the memory.
   *
   * @throws InterruptedException where the playback ended meanwhile; the message is dropped
   */
  void take(LiveMessage message) throws InterruptedException;
}
