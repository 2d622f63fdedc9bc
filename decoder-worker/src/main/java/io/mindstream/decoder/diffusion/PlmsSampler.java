package io.mindstream.decoder.diffusion;

import io.mindstream.decoder.diffusion.DdimSampler.Transfer;
import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import io.mindstream.decoder.diffusion.SamplerStep.Correction;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pseudo linear multistep (Liu et al., arXiv 2202.09778): the DDIM step with e replaced by an
 * Adams-Bashforth combination of the raw outputs e_0 (now), e_1, e_2, e_3 (before).
 *
 * <pre>
 * history 1    (3 e_0 - e_1) / 2
 * history 2    (23 e_0 - 16 e_1 + 5 e_2) / 12
 * history 3    (55 e_0 - 59 e_1 + 37 e_2 - 9 e_3) / 24
 * </pre>
 *
 * The first step has no history: it goes to the next timestep with e_0, evaluates there (e_n), and
 * is done again with (e_0 + e_n) / 2. So S steps cost S + 1 evaluations; e_n is not remembered.
 */
public final class PlmsSampler implements Sampler {

  private static final List<double[]> ADAMS_BASHFORTH =
      List.of(
          new double[] {1},
          new double[] {3 / 2.0, -1 / 2.0},
          new double[] {23 / 12.0, -16 / 12.0, 5 / 12.0},
          new double[] {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0});

  @Override
  public List<SamplerStep> plan(NoiseSchedule schedule, int steps) {
    Timesteps tau = timesteps(schedule, steps);
    return IntStream.range(0, tau.count()).mapToObj(done -> step(schedule, tau, done)).toList();
  }

  private static SamplerStep step(NoiseSchedule schedule, Timesteps tau, int done) {
    int k = tau.count() - 1 - done;
    Transfer to = Transfer.between(schedule, tau.tau(k), tau.previous(k));
    double[] weights = ADAMS_BASHFORTH.get(Math.min(done, ADAMS_BASHFORTH.size() - 1));
    return new SamplerStep(
        tau.tau(k),
        Combination.NOISE,
        to.sample(),
        DoubleStream.of(weights).map(weight -> weight * to.noise()).boxed().toList(),
        done == 0 ? improvedEuler(tau, k, to) : null);
  }

  /** With a single step there is no next timestep: the second evaluation is at the same one. */
  private static @Nullable Correction improvedEuler(Timesteps tau, int k, Transfer to) {
    int next = tau.tau(Math.max(k - 1, 0));
    return new Correction(next, to.sample(), to.noise() / 2, to.noise() / 2);
  }
}
