package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.CheckpointException;
import io.mindstream.decoder.checkpoint.CheckpointTensor;
import org.jspecify.annotations.Nullable;

/**
 * The noise schedule that a checkpoint's {@code betas} follow. Their square roots must be equally
 * spaced, as in the released models.
 *
 * @param T number of betas
 * @param betaStart the first
 * @param betaEnd the last
 */
record NoiseScheduleBuffers(int T, double betaStart, double betaEnd) {

  private static final double TOLERANCE = 1e-5;

  /** Reads the schedule; without the buffer it is the released models'. */
  static NoiseScheduleBuffers of(@Nullable CheckpointTensor betas) {
    if (betas == null || betas.elements() < 2) {
      return new NoiseScheduleBuffers(
          BundleDescription.RELEASED_T,
          BundleDescription.RELEASED_BETA_START,
          BundleDescription.RELEASED_BETA_END);
    }
    float[] values = betas.floats();
    NoiseScheduleBuffers schedule =
        new NoiseScheduleBuffers(
            values.length, shortest(values[0]), shortest(values[values.length - 1]));
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i] - schedule.beta(i)) <= TOLERANCE * schedule.betaEnd)) {
        throw new CheckpointException(
            "the checkpoint's betas are not equally spaced in their square roots, as MinD-Vis has"
                + " them; no sampler here knows another schedule");
      }
    }
    return schedule;
  }

  private double beta(int i) {
    double start = Math.sqrt(betaStart);
    double root = start + i / (T - 1.0) * (Math.sqrt(betaEnd) - start);
    return root * root;
  }

  /** 0.0015 in float32 is 0.00150000001...: the shortest decimal that rounds to it was meant. */
  private static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }
}
