package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.Pacer;
import io.mindstream.bridge.source.RunDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a feed from the playback's position: mask, then each run's header, volumes, events and end.
 * Stops at the next message when halted. For one thread, once.
 */
final class PlaybackLoop {

  private static final Logger LOG = LoggerFactory.getLogger(PlaybackLoop.class);

  private final Playback playback;
  private final PlaybackPosition position;
  private final RunPublisher publisher;
  private final CountDownLatch halt;

  PlaybackLoop(Playback playback, RunPublisher publisher, CountDownLatch halt) {
    this.playback = playback;
    this.position = playback.position();
    this.publisher = publisher;
    this.halt = halt;
  }

  /** Plays to the end, or until halted; then the playback stays open unless it was aborted. */
  void play() throws InterruptedException {
    publisher.roi(playback.feed().roi());
    List<FeedRun> runs = playback.feed().runs();
    while (position.runIndex() < runs.size()) {
      if (!play(runs.get(position.runIndex()))) {
        playback.abortReason().ifPresent(this::abortPlayback);
        return;
      }
    }
    playback.complete();
  }

  /** False where it was halted. */
  private boolean play(FeedRun run) throws InterruptedException {
    Pacer pacer = new Pacer(playback.options().speed(), position.seconds(), halt);
    PublishedRun published =
        position.current().orElseGet(() -> begin(run.description(), pacer.origin()));
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
        publish(published, message, due.get());
      }
      end(published);
    } catch (FeedException e) {
      abortRun(published, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private PublishedRun begin(RunDescription run, Instant startedAt) {
    PlaybackOptions options = playback.options();
    PublishedRun published =
        new PublishedRun(
            run,
            options.rename(run.runId()).toString(),
            playback.feed().roi().getRoiId(),
            options.modelId(),
            startedAt);
    publisher.started(published);
    position.began(published);
    LOG.info(
        "{} started: {} volumes, {} trials, {}",
        published.key(),
        run.expectedVolumes(),
        run.expectedTrials(),
        run.source());
    playback.listener().runStarted(run);
    return published;
  }

  private void publish(PublishedRun run, FeedMessage message, Instant due) {
    if (message instanceof FeedMessage.Volume volume) {
      publisher.volume(run, volume, due);
      position.acknowledged(message);
      playback.listener().volumePublished(run.run(), position.volumes());
    } else if (message instanceof FeedMessage.Event event) {
      publisher.event(run, event, due);
      position.acknowledged(message);
      playback.listener().eventPublished(run.run(), event.trialIndex());
    }
  }

  private void end(PublishedRun run) {
    publisher.ended(run, position.volumes());
    LOG.info("{} ended: {} volumes", run.key(), position.volumes());
    position.ended();
    playback.listener().runEnded(run.run());
  }

  private void abortRun(PublishedRun run, String reason) {
    publisher.aborted(run, position.volumes(), reason);
    LOG.warn("{} aborted after {} volumes: {}", run.key(), position.volumes(), reason);
    position.aborted(run.key() + ": " + reason);
    playback.listener().runAborted(run.run(), reason);
  }

  private void abortPlayback(String reason) {
    position.current().ifPresent(run -> abortRun(run, reason));
    playback.complete();
  }
}
