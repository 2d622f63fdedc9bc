package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.file.Path;

/**
 * The mean of every voxel over a run.
 *
 * @param geometry the run's grid
 * @param values one mean a voxel, in linear order; 0 for a voxel that is never a number; the record
 *     owns the array, readers must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // A plain row of numbers, handed from one caller to one.
public record MeanVolume(Geometry geometry, double[] values) {

  /**
   * Reads a series once, holding one volume at a time.
   *
   * @throws io.mindstream.imaging.nifti.NiftiException where the series breaks
   */
  public static MeanVolume of(Path series) {
    try (NiftiReader reader = NiftiReader.open(series)) {
      VolumeShape shape = reader.header().shape();
      double[] sums = new double[shape.voxels()];
      int[] counts = new int[shape.voxels()];
      while (reader.hasNext()) {
        add(reader.next().view(shape), sums, counts);
      }
      for (int voxel = 0; voxel < sums.length; voxel++) {
        sums[voxel] /= Math.max(1, counts[voxel]);
      }
      return new MeanVolume(reader.header().geometry(), sums);
    }
  }

  private static void add(StoredVoxels volume, double[] sums, int[] counts) {
    for (int voxel = 0; voxel < sums.length; voxel++) {
      double value = volume.value(voxel);
      if (Double.isFinite(value)) {
        sums[voxel] += value;
        counts[voxel]++;
      }
    }
  }
}
