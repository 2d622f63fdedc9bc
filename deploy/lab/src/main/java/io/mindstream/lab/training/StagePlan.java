package io.mindstream.lab.training;

import java.util.List;

/**
 * How long and how fast a stage trains. AdamW as in Loshchilov and Hutter, arXiv 1711.05101.
 *
 * @param rate learning rate by step
 * @param batch trials or pictures of a step
 * @param weightDecay of matrices and kernels; biases, norms and embeddings are left alone
 * @param beta2 of the second moment; the first moment's is 0.9
 * @param largestNorm to which the gradient's global norm is clipped
 * @param average decay of the moving average of the weights, whose end is the stage's result
 * @param still beginnings of the names of tensors that take part and do not learn
 */
public record StagePlan(
    LearningRate rate,
    int batch,
    double weightDecay,
    double beta2,
    double largestNorm,
    double average,
    List<String> still) {

  static final double BETA1 = 0.9;

  /** Checks the numbers. */
  public StagePlan {
    still = List.copyOf(still);
    if (batch < 1 || weightDecay < 0 || !(largestNorm > 0) || !(average >= 0 && average < 1)) {
      throw new IllegalArgumentException("a stage's plan has a number that makes no sense");
    }
  }

  /** The usual settings: weight decay 0.05, beta2 0.95, norm 1, average 0.998. */
  public static StagePlan of(int steps, int batch, double peak) {
    int warmUp = Math.min(100, steps / 10);
    return new StagePlan(
        new LearningRate(peak, warmUp, steps), batch, 0.05, 0.95, 1, 0.998, List.of());
  }

  /** With tensors that do not learn, told by the beginnings of their names. */
  StagePlan keeping(String... names) {
    return new StagePlan(rate, batch, weightDecay, beta2, largestNorm, average, List.of(names));
  }

  /** With more or fewer steps: ten or more. */
  StagePlan scaled(double factor) {
    int steps = (int) Math.max(10, Math.round(rate.steps() * factor));
    LearningRate scaled = new LearningRate(rate.peak(), Math.min(100, steps / 10), steps);
    return new StagePlan(scaled, batch, weightDecay, beta2, largestNorm, average, still);
  }

  /** Steps in all. */
  public int steps() {
    return rate.steps();
  }

  /** The eight rates of {@code optimizer.py} at a step, origin 0. */
  float[] rates(int step) {
    int taken = step + 1;
    // A young average follows the weights closely, so that it forgets where they began.
    double keep = Math.min(average, (1.0 + taken) / (10.0 + taken));
    return new float[] {
      (float) rate.at(step),
      (float) weightDecay,
      (float) BETA1,
      (float) beta2,
      (float) (1 - Math.pow(BETA1, taken)),
      (float) (1 - Math.pow(beta2, taken)),
      (float) largestNorm,
      (float) keep
    };
  }
}
