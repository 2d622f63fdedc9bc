package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Optional;

/**
 * Publishes what a live feed tells, until the feed is over. Where the bridge is stopped the present
 * run is ABORTED: what is scanned meanwhile would be lost, so a live playback is never resumed. For
 * one thread, once.
 */
final class LiveLoop {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String STOPPED = "the bridge was stopped, and a live feed cannot be resumed";
  private static final String LEFT_OPEN =
      "the feed ended in the middle of the run by a fault of its own; the log says which";

  private final LiveFeed feed;
  private final Playback playback;
  private final PlaybackPosition position;
  private final RunLifecycle lifecycle;
  private final ServiceLoop running;
  private final LiveInbox inbox = new LiveInbox();
  private final ServiceLoop listening;

  LiveLoop(LiveFeed feed, Playback playback, RunLifecycle lifecycle, ServiceLoop running) {
    this.feed = feed;
    this.playback = playback;
    this.position = playback.position();
    this.lifecycle = lifecycle;
    this.running = running;
    this.listening =
        new ServiceLoop(
            "scanner-bridge-feed",
            failure -> Optional.empty(),
            "its run is aborted; play the feed again",
            listener -> listen());
  }

  /** Publishes until the feed is over, or the bridge is stopped. */
  void play() throws InterruptedException {
    listening.start();
    try {
      while (!running.stopping() && !inbox.over()) {
        inbox.next(LOOK).ifPresent(this::handle);
      }
      String why = running.stopping() ? playback.abortReason().orElse(STOPPED) : LEFT_OPEN;
      position.current().ifPresent(run -> lifecycle.abort(run, why));
      playback.complete();
    } finally {
      feed.finish();
      listening.stop(GRACE);
    }
  }

  /** On the feed's thread. */
  private void listen() throws InterruptedException {
    try {
      feed.listen(inbox);
    } catch (FeedException e) {
      inbox.take(new RunBroken(String.valueOf(e.getMessage())));
    } finally {
      inbox.close();
    }
  }

  private void handle(LiveMessage message) {
    if (message instanceof RunStarted start) {
      requireNoRun(start);
      lifecycle.mask(start.roi());
      lifecycle.begin(start.run(), Optional.empty(), start.roi().getRoiId(), start.startedAt());
    } else if (message instanceof Happened happened) {
      lifecycle.publish(present(), happened.what(), happened.at(), happened.receivedAt());
    } else if (message instanceof RunEnded) {
      lifecycle.end(present());
    } else if (message instanceof RunBroken broken) {
      position
          .current()
          .ifPresentOrElse(
              run -> lifecycle.abort(run, broken.reason()),
              () -> position.problem(broken.reason()));
    }
  }

  private void requireNoRun(RunStarted start) {
    position
        .current()
        .ifPresent(
            run -> {
              throw new IllegalStateException(
                  "the feed started %s within %s".formatted(start.run().runId(), run.key()));
            });
  }

  private PublishedRun present() {
    return position
        .current()
        .orElseThrow(() -> new IllegalStateException("the feed told something outside any run"));
  }
}
