package io.mindstream.bridge.service;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.spool.Spool;
import io.mindstream.service.ServiceLoop;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends what is in the spool, and what a live feed puts there, until the feed is over and all of it
 * is sent. Where the bridge is stopped the present run is ABORTED: what is scanned meanwhile would
 * be lost, so a live playback is never resumed. For one thread, once.
 */
final class LiveLoop {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String STOPPED = "the bridge was stopped, and a live feed cannot be resumed";
  private static final String KILLED =
      "the bridge was killed in the middle of the run, and its feed could not go on with it";
  private static final String LEFT_OPEN =
      "the feed ended in the middle of the run by a fault of its own; the log says which";

  private final LiveFeed feed;
  private final Playback playback;
  private final Spool spool;
  private final LiveIntake intake;
  private final SpoolSender sender;
  private final ServiceLoop listening;

  LiveLoop(LiveFeed feed, Playback playback, Spool spool, LiveIntake intake, SpoolSender sender) {
    this.feed = feed;
    this.playback = playback;
    this.spool = spool;
    this.intake = intake;
    this.sender = sender;
    this.listening =
        new ServiceLoop(
            "scanner-bridge-feed",
            failure -> Optional.empty(),
            "its run is aborted; play the feed again",
            listener -> listen());
  }

  /** Goes on with a run that a killed bridge left open, or ends it. Before {@link #play}. */
  void settle(LeftOpen run) {
    if (run.spooled().startSent()) {
      playback.position().goOn(run.published(), run.spooled().sentVolumes());
    }
    intake.goOn(run.published(), run.spooled().volumes().size());
    if (!feed.goesOn(run.told())) {
      intake.abort(KILLED);
    }
  }

  /** Sends until the feed is over, or the bridge is stopped and Kafka away. */
  void play(ServiceLoop running) throws InterruptedException {
    running.onStop(() -> intake.close(playback.abortReason().orElse(STOPPED)));
    listening.start();
    try {
      while (!intake.closed() || spool.waiting() > 0) {
        sender.step(LOOK);
      }
    } finally {
      intake.close(LEFT_OPEN);
      feed.finish();
      listening.stop(GRACE);
      sum();
    }
    playback.complete();
  }

  private void sum() {
    intake.problems().forEach(playback.position()::problem);
    if (spool.waiting() > 0) {
      playback
          .position()
          .problem(
              "%d records are not sent yet and lie in %s; start a live feed with that spool again to send them"
                  .formatted(spool.waiting(), spool));
    }
  }

  /** On the feed's thread. */
  private void listen() throws InterruptedException {
    try {
      feed.listen(intake);
    } catch (FeedException e) {
      intake.take(new RunBroken(String.valueOf(e.getMessage())));
    } finally {
      intake.close(LEFT_OPEN);
    }
  }
}
