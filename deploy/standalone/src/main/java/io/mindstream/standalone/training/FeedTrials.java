package io.mindstream.standalone.training;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.preprocess.normalise.RunningBaseline;
import io.mindstream.preprocess.normalise.TrialVector;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The trials of a feed's run with the vectors that the pipeline makes of them (standard window,
 * running normalisation), from the same pure functions, without Kafka.
 */
final class FeedTrials {

  private final RunDescription description;
  private final int voxels;
  private final List<float[]> rows = new ArrayList<>();
  private final List<FeedMessage.Event> events = new ArrayList<>();

  /** Reads a whole run; only ROI rows are kept. */
  FeedTrials(FeedRun run, RoiMask roi) {
    this.description = run.description();
    int[] indices = roi.getIndices().stream().mapToInt(Integer::intValue).toArray();
    this.voxels = indices.length;
    VolumeShape shape =
        new VolumeShape(
            description.geometry().getNx(),
            description.geometry().getNy(),
            description.geometry().getNz());
    try (FeedRun.Messages messages = run.open()) {
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Volume volume) {
          rows.add(volume.data().view(shape).gather(indices));
        } else if (message instanceof FeedMessage.Event event) {
          events.add(event);
        }
      }
    }
  }

  /**
   * A trial.
   *
   * @param run where it was shown
   * @param type BIDS trial_type
   * @param png the very picture, where known
   * @param window its volumes
   * @param vector (V) as in {@code decoder.voxel-vectors}; owned by this record
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record FeedTrial(
      RunId run, String type, Optional<byte[]> png, TrialWindow window, float[] vector) {}

  /** Trials whose window lies inside the run, in order of onset. */
  List<FeedTrial> trials() {
    List<FeedTrial> trials = new ArrayList<>();
    for (FeedMessage.Event event : events) {
      TrialWindow window =
          WindowMode.PerEvent.STANDARD.window(
              event.onsetSeconds(), event.durationSeconds(), description.repetitionTimeSeconds());
      if (window.last() < rows.size()) {
        trials.add(
            new FeedTrial(
                description.runId(),
                event.trialType(),
                event.stimulusPng(),
                window,
                vector(window)));
      }
    }
    return trials;
  }

  private float[] vector(TrialWindow window) {
    TrialVector vector = new TrialVector(SimulatedTrials.NORMALISATION, window, voxels);
    for (int t = vector.from(); t <= window.last(); t++) {
      vector.add(t, rows.get(t));
    }
    return vector.values();
  }

  /**
   * The vector of a trial as it would be had some of its window's volumes been lost: at least half
   * of them stay.
   */
  float[] thinned(TrialWindow window, SplittableRandom random) {
    RunningBaseline baseline = new RunningBaseline(voxels);
    WindowMean mean = new WindowMean(voxels);
    int keep = window.volumes() - random.nextInt(window.volumes() / 2 + 1);
    int left = window.volumes();
    for (int t = 0; t <= window.last(); t++) {
      baseline.add(t, rows.get(t));
      if (t >= window.first() && random.nextInt(left--) < keep - mean.volumes()) {
        mean.add(t, rows.get(t));
      }
    }
    return baseline.normalise(mean);
  }
}
