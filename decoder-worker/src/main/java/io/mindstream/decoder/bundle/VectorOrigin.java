package io.mindstream.decoder.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline made the vectors that a model learned from; vectors made in another way are
 * strange to it. Names and values are those of the settings {@code mindstream.preprocess.*}.
 *
 * @param normalisation name of the normalisation
 * @param windowDelaySeconds from an event's onset to its window
 * @param steadyVolumes weight of a run without drift against the drift that is seen, in volumes
 * @param answerDelaySeconds from the end of a trial's window to the answer that was learned from;
 *     null, as in bundles of older programs, where it is the first
 * @param ownWindows true where some events that were learned from asked for window delays of their
 *     own, or where such are to be taken all the same; null: no other delay than the recipe's
 * @param roiChecksum of the voxels and their order, see {@link
 *     io.mindstream.schemas.fmri.RoiChecksum}; null where it was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VectorOrigin(
    String normalisation,
    double windowDelaySeconds,
    int steadyVolumes,
    @Nullable Double answerDelaySeconds,
    @Nullable Boolean ownWindows,
    @Nullable String roiChecksum) {

  private static final double SAME_SECONDS = 1e-3;

  /** Checks that nothing is missing. */
  public VectorOrigin {
    if (normalisation.isBlank()
        || steadyVolumes < 0
        || !Double.isFinite(windowDelaySeconds)
        || !isDelay(answerDelaySeconds)) {
      throw new IllegalArgumentException(
          "the vectors' normalisation, windowDelaySeconds, steadyVolumes or answerDelaySeconds is"
              + " wrong");
    }
  }

  /** Seconds from the end of a trial's window to the answer that was learned from. */
  public double answerDelay() {
    return answerDelaySeconds == null ? 0 : answerDelaySeconds;
  }

  /** True where the model takes the windows that events ask for. */
  public boolean takesOwnWindows() {
    return ownWindows != null && ownWindows;
  }

  /** True where two delays of windows, in seconds, count as one: settings have milliseconds. */
  public static boolean sameDelay(double one, double other) {
    return Math.abs(one - other) < SAME_SECONDS;
  }

  private static boolean isDelay(@Nullable Double seconds) {
    return seconds == null || (seconds >= 0 && seconds < Double.POSITIVE_INFINITY);
  }
}
