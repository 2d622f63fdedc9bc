package io.mindstream.preprocess.trial;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The course of a response instead of its mean: finite impulse response. One window for each lag
 * after a stimulus' onset, their values one after the other.
 *
 * @param lags windows in order of lag, at least one
 */
public record FirWindow(List<TrialWindow> lags) {

  /** Checks that there is a lag, and copies them. */
  public FirWindow {
    lags = List.copyOf(lags);
    if (lags.isEmpty()) {
      throw new IllegalArgumentException("a response's course needs 1 lag or more");
    }
  }

  /**
   * Lags of one length, right after each other.
   *
   * @param startSeconds start of the first lag, in seconds from the start of volume 0
   * @param lagSeconds length of each, at least a TR so that no volume is in two
   * @param count L, 1 or more
   * @param repetitionTimeSeconds TR
   * @throws io.mindstream.schemas.failure.PipelineException as {@link TrialWindow#covering}
   */
  public static FirWindow covering(
      double startSeconds, double lagSeconds, int count, double repetitionTimeSeconds) {
    if (!(lagSeconds >= repetitionTimeSeconds * (1 - 1e-6))) {
      throw new IllegalArgumentException(
          "a lag is a TR or longer, got "
              + lagSeconds
              + " s at TR "
              + repetitionTimeSeconds
              + " s");
    }
    return new FirWindow(
        IntStream.range(0, count)
            .mapToObj(
                lag ->
                    TrialWindow.covering(
                        startSeconds + lag * lagSeconds, lagSeconds, repetitionTimeSeconds))
            .toList());
  }

  /** The window from the first lag's first volume to the last lag's last. */
  public TrialWindow whole() {
    return new TrialWindow(lags.get(0).first(), lags.get(lags.size() - 1).last());
  }

  /**
   * Values of all lags.
   *
   * @param mean (V) values of a window
   * @return (L V) the first lag's V values, then the second's; as a new array
   */
  public float[] values(Function<TrialWindow, float[]> mean) {
    List<float[]> means = lags.stream().map(mean).toList();
    int voxels = means.get(0).length;
    float[] values = new float[means.size() * voxels];
    for (int lag = 0; lag < means.size(); lag++) {
      System.arraycopy(means.get(lag), 0, values, lag * voxels, voxels);
    }
    return values;
  }
}
