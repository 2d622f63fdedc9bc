package io.mindstream.decoder.diffusion;

import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Denoising diffusion implicit models, eta = 0 (Song, Meng, Ermon, arXiv 2010.02502, equation 12).
 *
 * <pre>
 * x_0  = (x - sqrt(1 - a) e) / sqrt(a)               a  = abar at tau_k
 * x'   = sqrt(a') x_0 + sqrt(1 - a') e               a' = abar at tau_{k-1}, and at 0 for k = 0
 * </pre>
 *
 * Put together, x' = A x + B e with A = sqrt(a'/a), B = sqrt(1 - a') - A sqrt(1 - a).
 */
public final class DdimSampler implements Sampler {

  @Override
  public List<SamplerStep> plan(NoiseSchedule schedule, int steps) {
    Timesteps tau = timesteps(schedule, steps);
    return IntStream.iterate(tau.count() - 1, k -> k >= 0, k -> k - 1)
        .mapToObj(
            k -> {
              Transfer to = Transfer.between(schedule, tau.tau(k), tau.previous(k));
              return new SamplerStep(
                  tau.tau(k), Combination.NOISE, to.sample(), List.of(to.noise()), null);
            })
        .toList();
  }

  /**
   * The two numbers of an Euler step in eps.
   *
   * @param sample A
   * @param noise B
   */
  record Transfer(double sample, double noise) {

    static Transfer between(NoiseSchedule schedule, int from, int to) {
      double sample = schedule.signal(to) / schedule.signal(from);
      return new Transfer(sample, schedule.noise(to) - sample * schedule.noise(from));
    }
  }
}
