package io.mindstream.preprocess.normalise;

import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.preprocess.trial.FoldTrial;
import io.mindstream.preprocess.trial.TrialWindow;
import io.mindstream.preprocess.trial.WindowMean;

/**
 * What the vectors of one run need of its volumes so far: a pure function of the rows, added in
 * order of index, so that it can be made again from stored rows to the bit. It costs a volume the
 * same however long the run is. Not thread-safe. Letters: V voxels of the ROI.
 */
public interface VectorFold {

  /**
   * Tells of a trial, in the order in which events are read.
   *
   * @return false where its response may have begun before the newest volume: the fold can't be
   *     used for it, and must be made again
   */
  boolean expect(FoldTrial trial);

  /**
   * Adds a volume.
   *
   * @param index above those added before, origin 0
   * @param row which can be averaged; read only
   * @param spike true where its values should be doubted
   */
  void add(int index, VolumeRow row, boolean spike);

  /**
   * The vector of a trial from everything added so far.
   *
   * @param trial index of one that was expected
   * @param answer which of those that are due, origin 0
   * @param window its volumes
   * @param mean over those of them that were added, at least one
   * @throws io.mindstream.schemas.failure.PipelineException where too little of the trial, or of
   *     those before it, is known
   */
  TrialVector vector(int trial, int answer, TrialWindow window, WindowMean mean);
}
