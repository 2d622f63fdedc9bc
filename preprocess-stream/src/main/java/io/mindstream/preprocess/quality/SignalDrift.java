package io.mindstream.preprocess.quality;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/** The ROI's mean signal, and how it drifts: least squares over the volumes so far. */
final class SignalDrift {

  private final SimpleRegression line = new SimpleRegression();
  private final Mean mean = new Mean();
  private final double minutesAVolume;

  SignalDrift(double repetitionTimeSeconds) {
    this.minutesAVolume = repetitionTimeSeconds / 60;
  }

  /**
   * Adds one volume.
   *
   * @param signal the mean of its ROI voxels, in scanner units
   */
  void add(int index, double signal) {
    mean.increment(signal);
    line.addData(index * minutesAVolume, signal);
  }

  /** Percent of its mean a minute; null where there is no signal. */
  @Nullable Double percentAMinute() {
    return mean.getResult() > 0 ? 100 * line.getSlope() / mean.getResult() : null;
  }
}
