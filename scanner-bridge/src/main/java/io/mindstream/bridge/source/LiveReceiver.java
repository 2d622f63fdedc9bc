package io.mindstream.bridge.source;

/** Takes what a {@link LiveFeed} tells, in order. May be called by several threads of the feed. */
@FunctionalInterface
public interface LiveReceiver {

  /**
   * Takes a message and has it on disk: waits for that alone, milliseconds, whatever Kafka does.
   *
   * @throws InterruptedException where the playback ended meanwhile; the message is dropped
   */
  void take(LiveMessage message) throws InterruptedException;
}
