package io.mindstream.bridge.service;

import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.Source;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** One source being played by the {@link BridgeService}. May be used by any thread. */
public final class Playback {

  private final Source source;
  private final PlaybackOptions options;
  private final PlaybackListener listener;
  private final PlaybackPosition position;
  private final CompletableFuture<PlaybackSummary> result = new CompletableFuture<>();
  private volatile Optional<String> abortReason = Optional.empty();

  Playback(Source source, PlaybackOptions options, PlaybackListener listener) {
    this.source = source;
    this.options = options;
    this.listener = listener;
    this.position = new PlaybackPosition(source.problems());
  }

  /** True once everything was published, or the playback was given up. */
  public boolean isDone() {
    return result.isDone();
  }

  /**
   * Waits for the end.
   *
   * @return what was published
   * @throws PlaybackException where the playback was given up; the message says why
   * @throws InterruptedException where the waiting thread was interrupted; the playback goes on
   */
  public PlaybackSummary await() throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      String why =
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
      throw new PlaybackException(why, new CompletionException(e.getCause()));
    }
  }

  Source source() {
    return source;
  }

  PlaybackOptions options() {
    return options;
  }

  PlaybackListener listener() {
    return listener;
  }

  PlaybackPosition position() {
    return position;
  }

  Optional<String> abortReason() {
    return abortReason;
  }

  void requestAbort(String reason) {
    abortReason = Optional.of(reason);
  }

  void complete() {
    result.complete(position.summary());
  }

  /** What is left to do after a stop: only a feed that can be played again stays open. */
  void suspend() {
    if (source instanceof LiveFeed) {
      complete(); // Where Kafka could not be told; else it is complete already.
    }
  }

  void fail(RuntimeException cause) {
    result.completeExceptionally(cause);
  }
}
