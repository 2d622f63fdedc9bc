package io.mindstream.preprocess.signal;

/**
 * Sizes of a run's signal.
 *
 * @param voxels V
 * @param outside M, 0 where the rows have none
 * @param repetitionTimeSeconds TR
 * @param expectedVolumes length of the run, 0 where it is not known: a cosine drift needs it
 * @param ringVolumes how many of the newest volumes a window can be made of, 1 or more
 */
public record SignalShape(
    int voxels, int outside, double repetitionTimeSeconds, int expectedVolumes, int ringVolumes) {

  /** Checks the sizes. */
  public SignalShape {
    if (voxels < 0 || outside < 0 || expectedVolumes < 0 || ringVolumes < 1) {
      throw new IllegalArgumentException(
          "a run's signal has no negative size and a ring of 1 volume or more, got V="
              + voxels
              + ", M="
              + outside
              + ", expected "
              + expectedVolumes
              + ", ring "
              + ringVolumes);
    }
    if (!(repetitionTimeSeconds > 0 && Double.isFinite(repetitionTimeSeconds))) {
      throw new IllegalArgumentException("TR must be above 0, got " + repetitionTimeSeconds);
    }
  }

  /** Time of a volume in seconds from the start of volume 0: the middle of its acquisition. */
  double seconds(int index) {
    return (index + 0.5) * repetitionTimeSeconds;
  }
}
