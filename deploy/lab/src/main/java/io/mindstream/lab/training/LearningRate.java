package io.mindstream.lab.training;

/**
 * Linear warm-up, then cosine decay to a hundredth of the peak.
 *
 * @param peak highest rate
 * @param warmUp steps until it is reached
 * @param steps steps in all
 */
public record LearningRate(double peak, int warmUp, int steps) {

  private static final double FLOOR = 0.01;

  /** Checks the numbers. */
  public LearningRate {
    if (!(peak > 0) || warmUp < 0 || steps < 1 || warmUp >= steps) {
      throw new IllegalArgumentException(
          "a learning rate needs a peak above 0 and fewer warm-up steps than steps, got %s, %d, %d"
              .formatted(peak, warmUp, steps));
    }
  }

  /** Rate of a step, origin 0. */
  public double at(int step) {
    if (step < warmUp) {
      return peak * (step + 1) / warmUp;
    }
    double progress = (double) (step - warmUp) / (steps - warmUp);
    return peak * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * progress)) / 2);
  }
}
