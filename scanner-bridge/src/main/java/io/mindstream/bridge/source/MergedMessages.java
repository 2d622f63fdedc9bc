package io.mindstream.bridge.source;

import io.mindstream.imaging.nifti.VolumeData;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntToDoubleFunction;

/** Merges a run's volumes and events by time; an event goes before a volume of the same time. */
final class MergedMessages implements Iterator<FeedMessage> {

  private final RunDescription run;
  private final Iterator<VolumeData> volumes;
  private final int trials;
  private final IntToDoubleFunction onset;
  private final EventSource events;
  private int volume;
  private int trial;

  /**
   * Merges lazily: a volume or an event is made when it is its turn.
   *
   * @param trials how many events there are
   * @param onset a trial's onset in seconds; never falls from one trial to the next
   */
  MergedMessages(
      RunDescription run,
      Iterator<VolumeData> volumes,
      int trials,
      IntToDoubleFunction onset,
      EventSource events) {
    this.run = run;
    this.volumes = volumes;
    this.trials = trials;
    this.onset = onset;
    this.events = events;
  }

  @Override
  public boolean hasNext() {
    return trial < trials || volumes.hasNext();
  }

  @Override
  public FeedMessage next() {
    if (!hasNext()) {
      throw new NoSuchElementException(run.runId() + " is over");
    }
    double volumeDue = volume * run.repetitionTimeSeconds();
    if (trial < trials && (!volumes.hasNext() || onset.applyAsDouble(trial) <= volumeDue)) {
      double due = Math.min(Math.max(0, onset.applyAsDouble(trial)), volumeDue);
      return events.event(trial++, due);
    }
    return new FeedMessage.Volume(volume++, volumeDue, volumes.next());
  }

  /** Makes the event of a trial. */
  interface EventSource {
    FeedMessage.Event event(int trial, double dueSeconds);
  }
}
