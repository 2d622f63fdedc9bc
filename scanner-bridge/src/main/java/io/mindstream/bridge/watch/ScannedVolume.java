package io.mindstream.bridge.watch;

import io.mindstream.bridge.live.SameGrid;
import io.mindstream.bridge.source.FeedException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import java.nio.file.Path;

/**
 * One volume of a file of its own.
 *
 * @param file where it was read
 * @param header what its header says
 * @param data its voxels
 */
record ScannedVolume(Path file, NiftiHeader header, VolumeData data) {

  /**
   * Reads a file to its end.
   *
   * @throws io.mindstream.imaging.nifti.NiftiException where it is not whole, or no NIfTI
   * @throws FeedException where it holds a series
   */
  static ScannedVolume read(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      if (reader.header().volumes() > 1) {
        throw new FeedException(
            file
                + ": holds a series of "
                + reader.header().volumes()
                + " volumes, watch takes files of one volume each; play a series by mindstream"
                + " replay --source DIR");
      }
      return new ScannedVolume(file, reader.header(), reader.next());
    }
  }

  /**
   * Checks that the volume has the run's grid.
   *
   * @throws FeedException where it has another one
   */
  void requireGrid(Geometry run) {
    Geometry own = header.geometry();
    if (!SameGrid.of(own, run)) {
      throw new FeedException(
          "%s: has another grid than the run's first volume (%s voxels of %s mm, first %d x %d x %d of %s mm, or another place); put each run into a folder of its own"
              .formatted(
                  file,
                  header.shape(),
                  own.getVoxelSizeMm(),
                  run.getNx(),
                  run.getNy(),
                  run.getNz(),
                  run.getVoxelSizeMm()));
    }
  }
}
