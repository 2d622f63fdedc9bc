package io.mindstream.decoder.diffusion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a linear multistep sampler, as numbers. With x the latent, e = eps(x, timestep) the
 * network's output, and q_0 = estimate(x, e) the estimate that the sampler remembers (q_1 that of
 * the step before, and so on), the next latent is
 *
 * <pre>  x' = sample x + sum_i history[i] q_i</pre>
 *
 * @param timestep t, where the network is evaluated
 * @param estimate what is remembered of this step: the noise itself, or the clean latent
 * @param sample weight of x
 * @param history weights of q_0, q_1, ...
 * @param correction a second evaluation at the point x', which gives the final x'; or null
 */
public record SamplerStep(
    int timestep,
    Combination estimate,
    double sample,
    List<Double> history,
    @Nullable Correction correction) {

  /** Copies the weights. */
  public SamplerStep {
    history = List.copyOf(history);
  }

  /**
   * A weighted sum of the latent and the network's output.
   *
   * @param sample weight of x
   * @param noise weight of e
   */
  public record Combination(double sample, double noise) {

    /** The network's output itself. */
    public static final Combination NOISE = new Combination(0, 1);

    /** The clean latent that x and e amount to: (x - sqrt(1 - abar) e) / sqrt(abar). */
    public static Combination cleanLatent(NoiseSchedule schedule, int t) {
      return new Combination(1 / schedule.signal(t), -schedule.noise(t) / schedule.signal(t));
    }
  }

  /**
   * The step done again with a second output e' = eps(x', timestep): sample x + first q_0 + second
   * e'. It is not remembered.
   *
   * @param timestep where the second evaluation is
   * @param sample weight of the x that the step began with
   * @param first weight of q_0
   * @param second weight of e'
   */
  public record Correction(int timestep, double sample, double first, double second) {}

  /** How often this step evaluates the network. */
  public int evaluations() {
    return correction == null ? 1 : 2;
  }
}
