package io.mindstream.decoder.diffusion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mindstream.decoder.diffusion.SamplerStep.Combination;

/**
 * What a network says of a noisy latent x = sqrt(abar) x_0 + sqrt(1 - abar) eps. The samplers work
 * with eps; either kind amounts to it.
 */
public enum Prediction {
  /** The noise eps itself (Ho et al., arXiv 2006.11239): all models of the public code. */
  @JsonProperty("noise")
  NOISE {
    @Override
    public Combination noise(NoiseSchedule schedule, int t) {
      return Combination.NOISE;
    }
  },
  /**
   * The velocity v = sqrt(abar) eps - sqrt(1 - abar) x_0 (Salimans and Ho, arXiv 2202.00512). Where
   * there is nearly nothing but noise it is the picture: a small network that learned for an hour
   * is right about the whole before it is exact about the noise.
   */
  @JsonProperty("velocity")
  VELOCITY {
    @Override
    public Combination noise(NoiseSchedule schedule, int t) {
      return new Combination(schedule.noise(t), schedule.signal(t));
    }
  };

  /** eps at timestep t as a weighted sum of x and the network's output. */
  public abstract Combination noise(NoiseSchedule schedule, int t);
}
