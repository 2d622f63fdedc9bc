package io.mindstream.preprocess.run;

/**
 * How far a run has come.
 *
 * @param volumesRead volumes read, each index once, those that were refused or wait included
 * @param highestVolume highest index that was folded, -1 before the first; what is missing below it
 *     is given up
 * @param waitingVolumes volumes that wait for a lower index
 * @param trialsRead events read, each trial once
 * @param nextWindow next fixed window to emit, origin 0
 */
public record RunProgress(
    int volumesRead, int highestVolume, int waitingVolumes, int trialsRead, int nextWindow) {

  /** Before the first record. */
  public static final RunProgress NONE = new RunProgress(0, -1, 0, 0, 0);

  /** The index that is folded next where no volume is missing. */
  public int nextVolume() {
    return highestVolume + 1;
  }

  RunProgress withVolumeRead() {
    return new RunProgress(volumesRead + 1, highestVolume, waitingVolumes, trialsRead, nextWindow);
  }

  RunProgress withWaiting(int more) {
    return new RunProgress(
        volumesRead, highestVolume, waitingVolumes + more, trialsRead, nextWindow);
  }

  RunProgress withVolume(int index) {
    return new RunProgress(
        volumesRead, Math.max(highestVolume, index), waitingVolumes, trialsRead, nextWindow);
  }

  RunProgress withTrial() {
    return new RunProgress(volumesRead, highestVolume, waitingVolumes, trialsRead + 1, nextWindow);
  }

  RunProgress withNextWindow(int position) {
    return new RunProgress(volumesRead, highestVolume, waitingVolumes, trialsRead, position);
  }
}
