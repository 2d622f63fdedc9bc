package io.mindstream.preprocess.state;

import io.mindstream.preprocess.roi.RoiVoxels;
import org.apache.kafka.streams.state.KeyValueStore;

/** The ROI that each session began with: a mask that changes in mid-run has no effect. */
public final class RoiStore {

  private final KeyValueStore<String, RoiVoxels> rois;

  RoiStore(KeyValueStore<String, RoiVoxels> rois) {
    this.rois = rois;
  }

  /**
   * The ROI of a run that is active.
   *
   * @throws IllegalStateException where the run has none
   */
  public RoiVoxels get(String runId) {
    RoiVoxels roi = rois.get(runId);
    if (roi == null) {
      throw new IllegalStateException("no ROI of " + runId + " is stored");
    }
    return roi;
  }

  /** Keeps the ROI that a run begins with. */
  public void put(String runId, RoiVoxels roi) {
    rois.put(runId, roi);
  }

  void clear(String runId) {
    rois.delete(runId);
  }
}
