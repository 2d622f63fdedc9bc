package io.mindstream.bridge.simulation;

import java.util.Random;

/**
 * Thermal and physiological noise, relative to a voxel's baseline: white noise, plus AR(1) noise
 * that starts in its stationary state. One object makes one run, volume by volume.
 */
final class BoldNoise {

  private static final double WHITE = 0.007;
  private static final double AUTOCORRELATED = 0.005;
  private static final double PHI = 0.6;

  private final double factor;
  private final Random random;
  private final float[] state;

  /**
   * Noise of a run.
   *
   * @param voxels V
   * @param factor multiplies both kinds
   */
  BoldNoise(int voxels, double factor, Random random) {
    this.factor = factor;
    this.random = random;
    this.state = new float[voxels];
    for (int v = 0; v < voxels; v++) {
      state[v] = (float) (AUTOCORRELATED * random.nextGaussian());
    }
  }

  /** Noise of the next volume (V), as a new array. */
  float[] next() {
    double innovation = AUTOCORRELATED * Math.sqrt(1 - PHI * PHI);
    float[] noise = new float[state.length];
    for (int v = 0; v < noise.length; v++) {
      state[v] = (float) (PHI * state[v] + innovation * random.nextGaussian());
      noise[v] = (float) (factor * (state[v] + WHITE * random.nextGaussian()));
    }
    return noise;
  }
}
