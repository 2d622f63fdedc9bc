package io.mindstream.decoder.diffusion;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of the T training timesteps a sampler visits.
 *
 * @param ascending tau_0 < tau_1 < ...; a sampler runs them from the last to the first
 */
public record Timesteps(List<Integer> ascending) {

  /** Checks the order and copies. */
  public Timesteps {
    ascending = List.copyOf(ascending);
    for (int k = 1; k < ascending.size(); k++) {
      if (ascending.get(k - 1) >= ascending.get(k)) {
        throw new IllegalArgumentException("timesteps must ascend: " + ascending);
      }
    }
  }

  /**
   * The public MinD-Vis code's choice for S steps: stride c = T / S in whole numbers, then 0, c,
   * 2c, ... below T, each plus 1. The count is T / c rounded up, which is S where S divides T but
   * not in general (S = 400 gives 500).
   *
   * <p>For some S (3, 9, 27, 36, 37, 101 to 111, 251 to 333, 501 to 1000, with T = 1000) the last
   * of these is T, which the schedule does not have and where the public code fails. Here it
   * becomes T - 1, the noisiest there is, unless T - 1 is already among them; then it is left out.
   * All other timesteps stay as they are.
   *
   * @param timesteps T
   * @param steps S, from 1 to T
   * @throws IllegalArgumentException for other S
   */
  public static Timesteps strided(int timesteps, int steps) {
    requireSteps(timesteps, steps);
    int stride = timesteps / steps;
    return new Timesteps(
        IntStream.iterate(0, tau -> tau < timesteps, tau -> tau + stride)
            .map(tau -> Math.min(tau + 1, timesteps - 1))
            .distinct()
            .boxed()
            .toList());
  }

  /**
   * S timesteps that lie the closer the less noise there is: tau_k = (T - 1) (k / S)^2 for k = 1 to
   * S, rounded, and at least k, so that no two are the same. They begin at T - 1 and the step after
   * the last goes to 0. The quadratic spacing is the one of Song et al. (arXiv 2010.02502, appendix
   * D); a solver of second order gains from it, since log(signal / noise) changes fastest near 0.
   *
   * @param timesteps T
   * @param steps S, from 1 to T - 1
   * @throws IllegalArgumentException for other S
   */
  public static Timesteps quadratic(int timesteps, int steps) {
    requireSteps(timesteps - 1, steps);
    return new Timesteps(
        IntStream.rangeClosed(1, steps)
            .map(
                k ->
                    Math.max(
                        k, (int) Math.round((timesteps - 1) * Math.pow((double) k / steps, 2))))
            .boxed()
            .toList());
  }

  /** How many timesteps are visited. */
  public int count() {
    return ascending.size();
  }

  /** tau_k, k from 0. */
  public int tau(int k) {
    return ascending.get(k);
  }

  /** The timestep that a sampler reaches from tau_k: tau_{k-1}, and 0 from tau_0. */
  public int previous(int k) {
    return k == 0 ? 0 : ascending.get(k - 1);
  }

  private static void requireSteps(int most, int steps) {
    if (steps < 1 || steps > most) {
      throw new IllegalArgumentException(
          "steps must be from 1 to " + most + " with this model and sampler, got " + steps);
    }
  }
}
