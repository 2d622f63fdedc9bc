package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells position, log and listener of what Kafka has acknowledged. For one thread. */
final class RunReports {

  private static final Logger LOG = LoggerFactory.getLogger(RunReports.class);

  private final PlaybackPosition position;
  private final PlaybackListener listener;

  RunReports(Playback playback) {
    this.position = playback.position();
    this.listener = playback.listener();
  }

  void began(PublishedRun run) {
    position.began(run);
    String expected =
        run.length()
            .map(l -> l.volumes() + " volumes, " + l.trials() + " trials")
            .orElse("open end");
    LOG.info("{} started: {}, {}", run.key(), expected, run.run().source());
    listener.runStarted(run.run());
  }

  void volume(PublishedRun run, double dueSeconds) {
    position.volume(dueSeconds);
    listener.volumePublished(run.run(), position.volumes());
  }

  void event(PublishedRun run, int trialIndex, double dueSeconds) {
    position.event(dueSeconds);
    listener.eventPublished(run.run(), trialIndex);
  }

  void ended(PublishedRun run) {
    LOG.info("{} ended: {} volumes", run.key(), position.volumes());
    position.ended();
    listener.runEnded(run.run());
  }

  void aborted(PublishedRun run, String reason) {
    LOG.warn("{} aborted after {} volumes: {}", run.key(), position.volumes(), reason);
    position.aborted(run.key() + ": " + reason);
    listener.runAborted(run.run(), reason);
  }
}
