package io.mindstream.bridge.source;

import io.mindstream.imaging.roi.RoiException;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.List;

/**
 * Voxels that were chosen before, such as those that a model was trained on.
 *
 * @param roiId id of the ROI
 * @param indices linear, origin 0, in the order of the vectors
 * @param description where they come from, for people
 */
public record ChosenVoxels(String roiId, List<Integer> indices, String description) {

  /** Keeps a list of its own. */
  public ChosenVoxels {
    indices = List.copyOf(indices);
  }

  /**
   * The mask on a run's grid.
   *
   * @throws RoiException where a voxel lies outside of it
   */
  RoiMask on(Geometry grid) {
    long voxels = (long) grid.getNx() * grid.getNy() * grid.getNz();
    int last = indices.stream().mapToInt(Integer::intValue).max().orElse(-1);
    if (last >= voxels) {
      throw new RoiException(
          "the runs have %d x %d x %d voxels a volume, the region of interest %s has voxel %d; use runs on the grid that the model was trained on"
              .formatted(grid.getNx(), grid.getNy(), grid.getNz(), roiId, last));
    }
    int[] order = indices.stream().mapToInt(Integer::intValue).toArray();
    return RoiMask.newBuilder()
        .setRoiId(roiId)
        .setGeometry(grid)
        .setIndices(indices)
        .setDescription(description)
        .setChecksum(RoiChecksum.of(VolumeShape.of(grid), order))
        .build();
  }
}
