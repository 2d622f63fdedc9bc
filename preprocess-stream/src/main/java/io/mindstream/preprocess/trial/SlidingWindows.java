package io.mindstream.preprocess.trial;

/**
 * The whole run in windows that overlap, whatever the events; window 0 starts with volume 0.
 *
 * @param lengthSeconds of each window, above 0
 * @param stepSeconds from the start of one to the start of the next, above 0
 */
public record SlidingWindows(double lengthSeconds, double stepSeconds) {

  /** Checks both. */
  public SlidingWindows {
    if (!(lengthSeconds > 0 && stepSeconds > 0)) {
      throw new IllegalArgumentException(
          "windows have a length and a step above 0 s, got " + lengthSeconds + ", " + stepSeconds);
    }
  }

  /** True where each window has a volume of its own: length and step are at least a TR. */
  public boolean fit(double repetitionTimeSeconds) {
    return Math.min(lengthSeconds, stepSeconds) >= repetitionTimeSeconds * (1 - 1e-6);
  }

  /**
   * One window of the run.
   *
   * @param position of the window, origin 0
   * @param repetitionTimeSeconds TR
   */
  public TrialWindow window(int position, double repetitionTimeSeconds) {
    return TrialWindow.covering(onsetSeconds(position), lengthSeconds, repetitionTimeSeconds);
  }

  /** Start of a window in seconds from volume 0. */
  public double onsetSeconds(int position) {
    return position * stepSeconds;
  }

  /**
   * How many windows are over once a volume was read: positions 0 to this, exclusive.
   *
   * @param highestVolume index of the newest volume, -1 before the first
   */
  public int over(int highestVolume, double repetitionTimeSeconds) {
    int windows = 0;
    while (window(windows, repetitionTimeSeconds).last() <= highestVolume) {
      windows++;
    }
    return windows;
  }
}
