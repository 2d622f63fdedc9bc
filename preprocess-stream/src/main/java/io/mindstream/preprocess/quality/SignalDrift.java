package io.mindstream.preprocess.quality;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/** The ROI's mean signal, and how it drifts: least squares over the volumes so far. */
final class SignalDrift {

  private final SimpleRegression line = new SimpleRegression();
  private final Mean mean = new Mean();
  private final double minutesAVolume;
  private double newest;

  SignalDrift(double repetitionTimeSeconds) {
    this.minutesAVolume = repetitionTimeSeconds / 60;
  }

  /** Adds the values (V) of one volume. */
  void add(int index, float[] roi) {
    double sum = 0;
    for (float value : roi) {
      sum += value;
    }
    newest = sum / roi.length;
    mean.increment(newest);
    line.addData(index * minutesAVolume, newest);
  }

  /** The mean of the newest volume's voxels, in scanner units. */
  double newest() {
    return newest;
  }

  /** Percent of its mean a minute; null where there is no signal. */
  @Nullable Double percentAMinute() {
    return mean.getResult() > 0 ? 100 * line.getSlope() / mean.getResult() : null;
  }
}
