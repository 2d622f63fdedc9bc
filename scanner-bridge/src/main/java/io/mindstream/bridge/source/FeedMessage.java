package io.mindstream.bridge.source;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.EventWindow;
import java.util.Optional;

/** Something that happens during a run. */
public sealed interface FeedMessage {

  /** When it is due: seconds of scanner time from the start of the run's volume 0. */
  double dueSeconds();

  /**
   * A volume.
   *
   * @param index position in the run, origin 0
   * @param dueSeconds index * TR
   * @param data its voxels
   */
  record Volume(int index, double dueSeconds, VolumeData data) implements FeedMessage {}

  /**
   * A stimulus was shown: one trial.
   *
   * @param trialIndex position among the run's events in order of onset, origin 0
   * @param dueSeconds the onset, but not before the run's start nor after its end, so that an event
   *     outside the run never holds up the feed
   * @param onsetSeconds seconds from the start of volume 0
   * @param durationSeconds how long it was shown
   * @param trialType BIDS trial_type
   * @param stimulusId name of the very picture, where known
   * @param stimulusPng the picture as PNG, at most 256 KiB; the record owns the array
   * @param window that the event asks for itself
   */
  record Event(
      int trialIndex,
      double dueSeconds,
      double onsetSeconds,
      double durationSeconds,
      String trialType,
      Optional<String> stimulusId,
      Optional<byte[]> stimulusPng,
      EventWindow window)
      implements FeedMessage {

    /** The same event, to be published at another time. */
    public Event dueAt(double seconds) {
      return new Event(
          trialIndex,
          seconds,
          onsetSeconds,
          durationSeconds,
          trialType,
          stimulusId,
          stimulusPng,
          window);
    }
  }
}
