package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.Pacer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plays a feed from the playback's position, paced by its speed. Stops at the next message when
 * halted; then the playback stays open, to be resumed, unless it was aborted. For one thread, once.
 */
final class ReplayLoop {

  private final Feed feed;
  private final Playback playback;
  private final PlaybackPosition position;
  private final RunLifecycle lifecycle;
  private final Pacer.Pause pause;

  ReplayLoop(Feed feed, Playback playback, RunLifecycle lifecycle, Pacer.Pause pause) {
    this.feed = feed;
    this.playback = playback;
    this.position = playback.position();
    this.lifecycle = lifecycle;
    this.pause = pause;
  }

  /** Plays to the end, or until halted. */
  void play() throws InterruptedException {
    lifecycle.mask(feed.roi());
    List<FeedRun> runs = feed.runs();
    while (position.runIndex() < runs.size()) {
      if (!play(runs.get(position.runIndex()))) {
        playback.abortReason().ifPresent(this::abort);
        return;
      }
    }
    playback.complete();
  }

  /** False where it was halted. */
  private boolean play(FeedRun run) throws InterruptedException {
    double from = Math.max(position.seconds(), run.beginsAtSeconds());
    Pacer pacer = new Pacer(playback.options().speed(), from, pause);
    PublishedRun published = position.current().orElseGet(() -> begin(run, pacer.zero()));
    try (FeedRun.Messages messages = run.open()) {
      for (int i = 0; i < position.messages(); i++) {
        messages.next();
      }
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        Optional<Instant> due = pacer.await(message.dueSeconds());
        if (due.isEmpty()) {
          return false;
        }
        lifecycle.publish(published, message, due.get(), Instant.now());
      }
      lifecycle.end(published);
    } catch (FeedException e) {
      lifecycle.abort(published, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private PublishedRun begin(FeedRun run, Instant startedAt) {
    return lifecycle.begin(
        run.description(), Optional.of(run.length()), feed.roi().getRoiId(), startedAt);
  }

  private void abort(String reason) {
    position.current().ifPresent(run -> lifecycle.abort(run, reason));
    playback.complete();
  }
}
