package io.mindstream.schemas.failure;

/**
 * Why a record could not be used. The code is counted in metrics and written into the dead letter.
 */
public enum FailureCode {
  /** The bytes are not a record of the topic's schema. */
  UNDECODABLE,
  /** A field holds a value that its documentation rules out. */
  INVALID_RECORD,
  /** A volume's dimensions or byte count differ from its run's header. */
  MISSHAPEN_VOLUME,
  /** A volume, or an event, names a run that has not STARTED. */
  UNKNOWN_RUN,
  /** A volume came when later ones had been used without it. */
  TOO_LATE,
  /** A volume or event came after its run had ended. */
  RUN_ENDED,
  /** The run names an ROI that decoder.rois does not hold. */
  UNKNOWN_ROI,
  /** The ROI was drawn on another grid than the run's volumes have. */
  ROI_SHAPE_MISMATCH,
  /** The trial's window begins before the run's first volume or ends after its last. */
  EVENT_OUTSIDE_RUN,
  /** Too few of the window's volumes arrived. */
  TOO_FEW_VOLUMES,
  /** Too few trials were answered before this one for its response to be told against theirs. */
  TOO_FEW_RESPONSES,
  /** The vector's voxel count is not the one that the model was made for. */
  VOXEL_COUNT_MISMATCH,
  /**
   * The vector was made in another way, or of other voxels, than those that the model learned from:
   * normalisation, window or ROI differ.
   */
  UNKNOWN_VECTORS,
  /** The run asks for a model that this worker does not have. */
  UNKNOWN_MODEL,
  /** The model produced numbers that are not finite. */
  NOT_FINITE,
  /** The record is larger than the topic allows. */
  TOO_LARGE
}
