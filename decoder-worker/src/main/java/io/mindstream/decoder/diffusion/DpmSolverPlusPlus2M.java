package io.mindstream.decoder.diffusion;

import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import java.util.ArrayList;
import java.util.List;

/**
 * DPM-Solver++ (2M), multistep of second order in the clean latent (Lu et al., arXiv 2211.01095,
 * algorithm 2).
 *
 * <pre>
 * alpha = sqrt(abar), sigma = sqrt(1 - abar), lambda = log(alpha / sigma)
 * x_0(x, e) = (x - sigma e) / alpha                      remembered: D_0 now, D_1 before
 * h = lambda' - lambda, r = h of the step before / h
 * D  = (1 + 1 / (2r)) D_0 - 1 / (2r) D_1                 D = D_0 in the first step
 * x' = (sigma' / sigma) x - alpha' (exp(-h) - 1) D
 * </pre>
 *
 * It ends at timestep 0 like the other samplers, where sigma is not 0, so that the last step needs
 * no lower order.
 */
public final class DpmSolverPlusPlus2M implements Sampler {

  /** From T - 1: with few steps the reference's own choice would start too low. */
  @Override
  public Timesteps timesteps(NoiseSchedule schedule, int steps) {
    return Timesteps.quadratic(schedule.timesteps(), steps);
  }

  @Override
  public List<SamplerStep> plan(NoiseSchedule schedule, int steps) {
    Timesteps tau = timesteps(schedule, steps);
    List<SamplerStep> plan = new ArrayList<>(tau.count());
    double hBefore = 0;
    for (int k = tau.count() - 1; k >= 0; k--) {
      int s = tau.tau(k);
      int t = tau.previous(k);
      double h = lambda(schedule, t) - lambda(schedule, s);
      double data = -schedule.signal(t) * Math.expm1(-h);
      plan.add(
          new SamplerStep(
              s,
              Combination.cleanLatent(schedule, s),
              schedule.noise(t) / schedule.noise(s),
              plan.isEmpty() ? List.of(data) : secondOrder(data, hBefore / h),
              null));
      hBefore = h;
    }
    return List.copyOf(plan);
  }

  private static List<Double> secondOrder(double data, double r) {
    return List.of(data * (1 + 1 / (2 * r)), -data / (2 * r));
  }

  private static double lambda(NoiseSchedule schedule, int t) {
    return Math.log(schedule.signal(t) / schedule.noise(t));
  }
}
