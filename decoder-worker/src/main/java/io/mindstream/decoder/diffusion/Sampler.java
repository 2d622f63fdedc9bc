package io.mindstream.decoder.diffusion;

import java.util.List;

/**
 * Turns a schedule and a number of steps into numbers: what to evaluate, and how to combine it. A
 * sampler touches no tensor.
 */
public sealed interface Sampler permits DdimSampler, PlmsSampler, DpmSolverPlusPlus2M {

  /** The timesteps that S steps visit. */
  default Timesteps timesteps(NoiseSchedule schedule, int steps) {
    return Timesteps.strided(schedule.timesteps(), steps);
  }

  /**
   * The steps in the order in which they are done.
   *
   * @param schedule the noise schedule of the model's training
   * @param steps S
   * @throws IllegalArgumentException where S is not possible
   */
  List<SamplerStep> plan(NoiseSchedule schedule, int steps);
}
