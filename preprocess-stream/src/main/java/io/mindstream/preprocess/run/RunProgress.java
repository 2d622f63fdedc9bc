package io.mindstream.preprocess.run;

/**
 * How far a run has come.
 *
 * @param volumesRead volumes read, each index once, those that were refused included
 * @param highestVolume highest index read, -1 before the first
 * @param trialsRead events read, each trial once
 * @param nextWindow next fixed window to emit, origin 0
 */
public record RunProgress(int volumesRead, int highestVolume, int trialsRead, int nextWindow) {

  /** Before the first record. */
  public static final RunProgress NONE = new RunProgress(0, -1, 0, 0);

  RunProgress withVolume(int index) {
    return new RunProgress(volumesRead + 1, Math.max(highestVolume, index), trialsRead, nextWindow);
  }

  RunProgress withTrial() {
    return new RunProgress(volumesRead, highestVolume, trialsRead + 1, nextWindow);
  }

  RunProgress withNextWindow(int position) {
    return new RunProgress(volumesRead, highestVolume, trialsRead, position);
  }
}
