package io.mindstream.bridge.service;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.PublishedRun;
import io.mindstream.bridge.kafka.RecordHead;
import io.mindstream.bridge.kafka.RunPublisher;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.source.LiveMessage.RunEnded;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.spool.Spool;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On a live feed's threads: makes records of what the feed tells, and puts them into the spool.
 * Waits for nothing but the disk.
 */
final class LiveIntake implements LiveReceiver {

  private final PlaybackOptions options;
  private final Spool spool;
  private final RunPublisher publisher;
  private final List<String> problems = new ArrayList<>();
  private Optional<PublishedRun> current = Optional.empty();
  private int volumes;
  private int lost;
  private volatile boolean closed; // Read by the sending thread, which must not wait for a disk.

  LiveIntake(PlaybackOptions options, Spool spool, SchemaRegistry registry, Topics topics) {
    this.options = options;
    this.spool = spool;
    this.publisher = new RunPublisher(registry, topics, record -> keep(record));
  }

  @Override
  public synchronized void take(LiveMessage message) throws InterruptedException {
    if (closed) {
      throw new InterruptedException("the playback is over");
    }
    if (message instanceof RunStarted start) {
      begin(start);
    } else if (message instanceof Happened happened) {
      publish(happened);
    } else if (message instanceof RunEnded) {
      publisher.ended(present(), volumes, loss());
      current = Optional.empty();
    } else if (message instanceof RunBroken broken) {
      current.ifPresentOrElse(
          run -> abort(run, broken.reason()), () -> problems.add(broken.reason()));
    }
  }

  /** Goes on with a run that a killed bridge began. */
  synchronized void goOn(PublishedRun run, int volumesBefore) {
    current = Optional.of(run);
    volumes = volumesBefore;
    lost = 0;
  }

  /** Ends the run that is open, if one is. */
  synchronized void abort(String reason) {
    current.ifPresent(run -> abort(run, reason));
  }

  /** Takes nothing more, and ends the run that is open. A second call does nothing. */
  synchronized void close(String reason) {
    abort(reason);
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /** What went wrong outside any run. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  private void begin(RunStarted start) {
    current.ifPresent(
        run -> {
          throw new IllegalStateException(
              "the feed started %s within %s".formatted(start.run().runId(), run.key()));
        });
    String key = options.rename(start.run().runId()).toString();
    PublishedRun run =
        new PublishedRun(
            start.run(),
            Optional.empty(),
            key,
            options.roiId().orElse(start.roi().getRoiId()),
            options.modelId(),
            start.startedAt());
    publisher.roi(start.roi());
    publisher.started(run, start.origin());
    goOn(run, 0);
  }

  private void publish(Happened happened) {
    if (happened.what() instanceof FeedMessage.Volume volume) {
      publisher.volume(present(), volume, happened.at(), happened.receivedAt());
    } else if (happened.what() instanceof FeedMessage.Event event) {
      publisher.event(present(), event, happened.at());
    }
  }

  private void abort(PublishedRun run, String reason) {
    publisher.aborted(run, volumes, reason + loss().map(text -> "; " + text).orElse(""));
    current = Optional.empty();
  }

  private void keep(Outgoing record) {
    if (!spool.append(record)) {
      lost++;
    } else if (record.head().kind() == RecordHead.Kind.VOLUME) {
      volumes++;
    }
  }

  private Optional<String> loss() {
    return lost == 0
        ? Optional.empty()
        : Optional.of(
            lost + " volumes and events were lost: Kafka was away and the bridge's spool full");
  }

  private PublishedRun present() {
    return current.orElseThrow(
        () -> new IllegalStateException("the feed told something outside any run"));
  }
}
