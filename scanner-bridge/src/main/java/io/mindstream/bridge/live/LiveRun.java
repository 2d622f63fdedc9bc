package io.mindstream.bridge.live;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import java.time.Instant;
import java.util.List;

/** Tells a run that has begun: each volume when it is read, each event when it is due. */
public final class LiveRun {

  private final RunStart start;
  private final RunClock clock;
  private final EventsFile events;
  private final LiveReceiver receiver;

  /**
   * A run that is told to a receiver.
   *
   * @param clock says when its volumes were acquired
   */
  public LiveRun(RunStart start, RunClock clock, EventsFile events, LiveReceiver receiver) {
    this.start = start;
    this.clock = clock;
    this.events = events;
    this.receiver = receiver;
  }

  /** TR in seconds. */
  public double repetitionTimeSeconds() {
    return start.run().repetitionTimeSeconds();
  }

  /** The grid of every volume. */
  public Geometry grid() {
    return start.run().geometry();
  }

  /** Tells the header, where volumes have no number of the feed's own. */
  public void begin() throws InterruptedException {
    begin(0);
  }

  /**
   * Tells the header.
   *
   * @param origin the feed's own number of volume 0
   */
  public void begin(long origin) throws InterruptedException {
    receiver.take(new LiveMessage.RunStarted(start.run(), start.roi(), clock.startedAt(), origin));
  }

  /**
   * Tells a volume, after the events that came before it.
   *
   * @param index origin 0
   * @param data voxels on the run's grid
   */
  public void volume(int index, VolumeData data, Instant now) throws InterruptedException {
    double due = index * repetitionTimeSeconds();
    tell(events.due(due), now);
    FeedMessage.Volume message = new FeedMessage.Volume(index, due, data);
    receiver.take(new LiveMessage.Happened(message, clock.acquired(index, now), now));
  }

  /** Tells the events that are due by now. */
  public void events(Instant now) throws InterruptedException {
    tell(events.due(clock.scannerSeconds(now)), now);
  }

  /** Tells the last events and the end. */
  public void end(Instant now) throws InterruptedException {
    tell(events.last(clock.scannerSeconds(now)), now);
    receiver.take(new LiveMessage.RunEnded());
  }

  /**
   * Tells that the run broke off.
   *
   * @param reason why, and what to do
   */
  public void broken(String reason) throws InterruptedException {
    receiver.take(new LiveMessage.RunBroken(reason));
  }

  private void tell(List<FeedMessage.Event> due, Instant now) throws InterruptedException {
    for (FeedMessage.Event event : due) {
      receiver.take(new LiveMessage.Happened(event, clock.at(event.dueSeconds(), now), now));
    }
  }
}
