package io.mindstream.lab.scoring;

import java.util.List;

/**
 * What a linear classifier finds on the same split of recorded runs. Its top-1 shares, 0 to 1.
 *
 * @param ridgeTop1 on the mean over the standard window, 5 s after the onset, of voxels that were
 *     detrended and z-scored by their whole run: not to be had while the run goes on
 * @param ridgeTop1CI95 Wilson's 95 % interval of it
 * @param ridgeTop1InModelWindow the same, over the window that the model was trained with
 * @param ridgeTop1OnPipelineVectors on the causal vectors that the model decodes
 */
public record RidgeScores(
    double ridgeTop1,
    List<Double> ridgeTop1CI95,
    double ridgeTop1InModelWindow,
    double ridgeTop1OnPipelineVectors) {

  /**
   * With the interval of the first.
   *
   * @param trials how many were tested
   */
  public RidgeScores(double top1, double inModelWindow, double onPipelineVectors, int trials) {
    this(
        top1,
        Interval.wilson((int) Math.round(top1 * trials), trials).ends(),
        inModelWindow,
        onPipelineVectors);
  }
}
