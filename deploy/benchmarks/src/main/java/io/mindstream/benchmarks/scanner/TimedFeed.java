package io.mindstream.benchmarks.scanner;

import io.mindstream.bridge.service.PlaybackListener;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.RunDescription;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A feed, and when each of its volumes was there and went on. All times are of this machine's
 * clock, in the order of the volumes.
 */
final class TimedFeed implements LiveFeed, PlaybackListener {

  private final LiveFeed feed;
  private final List<Instant> received = new CopyOnWriteArrayList<>();
  private final List<Instant> told = new CopyOnWriteArrayList<>();
  private final List<Instant> kept = new CopyOnWriteArrayList<>();
  private final List<Instant> acknowledged = new CopyOnWriteArrayList<>();

  TimedFeed(LiveFeed feed) {
    this.feed = feed;
  }

  @Override
  public String description() {
    return feed.description();
  }

  @Override
  public void listen(LiveReceiver receiver) throws InterruptedException {
    feed.listen(message -> take(message, receiver));
  }

  private void take(LiveMessage message, LiveReceiver receiver) throws InterruptedException {
    boolean volume =
        message instanceof LiveMessage.Happened what && what.what() instanceof FeedMessage.Volume;
    if (volume) {
      received.add(((LiveMessage.Happened) message).receivedAt());
      told.add(Instant.now());
    }
    receiver.take(message);
    if (volume) {
      kept.add(Instant.now());
    }
  }

  @Override
  public void finish() {
    feed.finish();
  }

  @Override
  public void volumePublished(RunDescription run, int done) {
    acknowledged.add(Instant.now());
  }

  /** When the feed had the last byte of each. */
  List<Instant> received() {
    return received;
  }

  /** When each was a volume. */
  List<Instant> told() {
    return told;
  }

  /** When the spool had each on disk. */
  List<Instant> kept() {
    return kept;
  }

  /** When Kafka's acknowledgement of each was there. */
  List<Instant> acknowledged() {
    return acknowledged;
  }
}
