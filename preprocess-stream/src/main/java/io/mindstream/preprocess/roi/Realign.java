package io.mindstream.preprocess.roi;

/** What is done about the head's motion. */
public enum Realign {
  /** Nothing: it is not known. */
  OFF,
  /** It is estimated for every volume and told; values are those of the voxels as they lie. */
  WATCH,
  /** The ROI follows the head. */
  ON
}
