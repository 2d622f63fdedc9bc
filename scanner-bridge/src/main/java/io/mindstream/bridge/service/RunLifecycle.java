package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.bridge.source.RunLength;
import io.mindstream.schemas.avro.RoiMask;
import java.time.Instant;
import java.util.Optional;

/**
 * What every run of a source that can be played again goes through: mask, STARTED header, volumes
 * and events, then an ENDED or ABORTED header that says how many volumes there were. Each step is
 * acknowledged by Kafka before the position and the listener hear of it. For one thread.
 */
final class RunLifecycle {

  private final Playback playback;
  private final PlaybackPosition position;
  private final RunReports reports;
  private final RunPublisher publisher;

  RunLifecycle(Playback playback, RunPublisher publisher) {
    this.playback = playback;
    this.position = playback.position();
    this.reports = new RunReports(playback);
    this.publisher = publisher;
  }

  /** To be called before the first run that names the mask. */
  void mask(RoiMask roi) {
    publisher.roi(roi);
  }

  /**
   * Publishes that a run begins.
   *
   * @param length empty where the source does not know
   */
  PublishedRun begin(
      RunDescription run, Optional<RunLength> length, String roiId, Instant startedAt) {
    PlaybackOptions options = playback.options();
    String key = options.rename(run.runId()).toString();
    PublishedRun published =
        new PublishedRun(
            run, length, key, options.roiId().orElse(roiId), options.modelId(), startedAt);
    publisher.started(published, 0);
    reports.began(published);
    return published;
  }

  /**
   * Publishes a volume or an event.
   *
   * @param at when it happened
   * @param receivedAt when the bridge had it whole
   */
  void publish(PublishedRun run, FeedMessage message, Instant at, Instant receivedAt) {
    if (message instanceof FeedMessage.Volume volume) {
      publisher.volume(run, volume, at, receivedAt);
      reports.volume(run, volume.dueSeconds());
    } else if (message instanceof FeedMessage.Event event) {
      publisher.event(run, event, at);
      reports.event(run, event.trialIndex(), event.dueSeconds());
    }
  }

  /** Publishes that a run is complete. */
  void end(PublishedRun run) {
    publisher.ended(run, position.volumes(), Optional.empty());
    reports.ended(run);
  }

  /** Publishes that a run broke off. */
  void abort(PublishedRun run, String reason) {
    publisher.aborted(run, position.volumes(), reason);
    reports.aborted(run, reason);
  }
}
