package io.mindstream.preprocess.quality;

import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Which brain voxels outside the ROI a run's measures look at. */
public final class BrainSample {

  private BrainSample() {}

  /**
   * Chooses voxels from a run's first volume, each time the same: those above {@link ClipLevel},
   * outside the ROI, evenly spread in linear order.
   *
   * @param volume the whole volume
   * @param level its {@link ClipLevel}
   * @param roiIndices linear indices of the ROI's voxels, origin 0, read only
   * @param count M, how many to choose
   * @return linear indices, ascending, as a new array; fewer than M where the brain has fewer, none
   *     where no voxel is above 0
   */
  public static int[] of(StoredVoxels volume, double level, int[] roiIndices, int count) {
    BitSet roi = new BitSet(volume.size());
    for (int index : roiIndices) {
      roi.set(index);
    }
    int[] brain =
        IntStream.range(0, volume.size())
            .filter(voxel -> volume.value(voxel) >= level && !roi.get(voxel))
            .filter(voxel -> Double.isFinite(volume.value(voxel)))
            .toArray();
    return EvenSample.of(brain, count);
  }
}
