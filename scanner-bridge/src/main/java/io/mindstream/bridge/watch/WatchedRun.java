package io.mindstream.bridge.watch;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import java.time.Instant;
import java.util.List;

/** Tells a run that has begun: each volume when it is read, each event when it is due. */
final class WatchedRun {

  private final RunStart start;
  private final RunClock clock;
  private final EventsFile events;
  private final LiveReceiver receiver;

  WatchedRun(RunStart start, RunClock clock, EventsFile events, LiveReceiver receiver) {
    this.start = start;
    this.clock = clock;
    this.events = events;
    this.receiver = receiver;
  }

  /** TR in seconds. */
  double repetitionTimeSeconds() {
    return start.run().repetitionTimeSeconds();
  }

  /**
   * Tells the header.
   *
   * @param origin the feed's own number of volume 0
   */
  void begin(long origin) throws InterruptedException {
    receiver.take(new LiveMessage.RunStarted(start.run(), start.roi(), clock.startedAt(), origin));
  }

  /**
   * Tells a volume, after the events that came before it.
   *
   * @param index origin 0
   * @throws io.mindstream.bridge.source.FeedException where it has another grid than the run
   */
  void volume(int index, ScannedVolume volume, Instant now) throws InterruptedException {
    volume.requireGrid(start.run().geometry());
    double due = index * repetitionTimeSeconds();
    tell(events.due(due), now);
    FeedMessage.Volume message = new FeedMessage.Volume(index, due, volume.data());
    receiver.take(new LiveMessage.Happened(message, clock.acquired(index, now), now));
  }

  /** Tells the events that are due by now. */
  void events(Instant now) throws InterruptedException {
    tell(events.due(clock.scannerSeconds(now)), now);
  }

  /** Tells the last events and the end. */
  void end(Instant now) throws InterruptedException {
    tell(events.last(clock.scannerSeconds(now)), now);
    receiver.take(new LiveMessage.RunEnded());
  }

  private void tell(List<FeedMessage.Event> due, Instant now) throws InterruptedException {
    for (FeedMessage.Event event : due) {
      receiver.take(new LiveMessage.Happened(event, clock.at(event.dueSeconds(), now), now));
    }
  }
}
