package io.mindstream.preprocess.signal;

/**
 * What is taken out of each voxel.
 *
 * @param drift slow changes
 * @param motion columns of the motion parameters
 * @param components how many principal components of the voxels outside the ROI, 0 to 5
 * @param spikes what is done with flagged volumes
 * @param steadyVolumes s, 0 or more: counted as seen before the run, with all this going on and no
 *     effect on any voxel, so that the response to the first trials is not taken for drift or
 *     motion; see {@link SteadyPrior}
 */
public record NuisanceRecipe(
    Drift drift, MotionModel motion, int components, Spikes spikes, int steadyVolumes) {

  /** Checks the numbers. */
  public NuisanceRecipe {
    if (components < 0 || components > 5) {
      throw new IllegalArgumentException("components are 0 to 5, got " + components);
    }
    if (steadyVolumes < 0 || steadyVolumes > 100_000) {
      throw new IllegalArgumentException("steady is 0 to 100000 volumes, got " + steadyVolumes);
    }
  }

  /** The same without principal components. */
  public NuisanceRecipe withoutComponents() {
    return new NuisanceRecipe(drift, motion, 0, spikes, steadyVolumes);
  }
}
