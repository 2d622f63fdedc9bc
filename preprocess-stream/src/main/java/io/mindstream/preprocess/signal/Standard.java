package io.mindstream.preprocess.signal;

/** Whether a response is told against those of the run before it. */
public enum Standard {
  /** It is as it is. */
  NONE,
  /**
   * Voxel by voxel, less the mean and in standard deviations of the responses to earlier trials,
   * each as it stood when its own trial was answered: see {@link TrialResponses}.
   */
  RUNNING
}
