package io.mindstream.benchmarks.picture;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.EventWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A scanner whose every volume completes a trial: one event and one volume each TR. */
final class TrialTrain implements LiveFeed {

  private final RunDescription run;
  private final RoiMask roi;
  private final VolumeData volume;
  private final int trials;
  private final Duration tr;

  TrialTrain(RunDescription run, RoiMask roi, VolumeData volume, int trials, Duration tr) {
    this.run = run;
    this.roi = roi;
    this.volume = volume;
    this.trials = trials;
    this.tr = tr;
  }

  @Override
  public String description() {
    return "a trial each " + tr.toMillis() + " ms";
  }

  @Override
  public void listen(LiveReceiver receiver) throws InterruptedException {
    Instant start = Instant.now();
    receiver.take(new LiveMessage.RunStarted(run, roi, start));
    long begin = System.nanoTime();
    for (int trial = 0; trial < trials; trial++) {
      Instant at = start.plus(tr.multipliedBy(trial));
      receiver.take(new LiveMessage.Happened(event(trial), at, Instant.now()));
      LockSupport.parkNanos(begin + tr.multipliedBy(trial + 1).toNanos() - System.nanoTime());
      receiver.take(new LiveMessage.Happened(volume(trial), at, Instant.now()));
    }
    TimeUnit.MILLISECONDS.sleep(tr.toMillis());
    receiver.take(new LiveMessage.RunEnded());
  }

  @Override
  public void finish() {}

  private FeedMessage.Event event(int trial) {
    double onset = trial * seconds();
    return new FeedMessage.Event(
        trial,
        onset,
        onset,
        seconds(),
        "train",
        Optional.empty(),
        Optional.empty(),
        EventWindow.NONE);
  }

  private FeedMessage.Volume volume(int index) {
    return new FeedMessage.Volume(index, index * seconds(), volume);
  }

  private double seconds() {
    return tr.toNanos() / 1e9;
  }
}
