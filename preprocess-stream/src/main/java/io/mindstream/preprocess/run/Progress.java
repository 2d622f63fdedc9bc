package io.mindstream.preprocess.run;

/**
 * How far a run has come.
 *
 * @param settledVolumes volumes read, each index once, those that were refused included
 * @param highWater highest index read, -1 before the first
 * @param trials events read, each trial once
 * @param nextWindow next fixed window to emit, origin 0
 */
public record Progress(int settledVolumes, int highWater, int trials, int nextWindow) {

  /** Before the first record. */
  public static final Progress NONE = new Progress(0, -1, 0, 0);

  Progress withVolume(int index) {
    return new Progress(settledVolumes + 1, Math.max(highWater, index), trials, nextWindow);
  }

  Progress withTrial() {
    return new Progress(settledVolumes, highWater, trials + 1, nextWindow);
  }

  Progress withNextWindow(int position) {
    return new Progress(settledVolumes, highWater, trials, position);
  }
}
