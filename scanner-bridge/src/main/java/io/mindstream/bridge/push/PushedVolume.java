package io.mindstream.bridge.push;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.VolumeData;
import java.time.Instant;

/**
 * One volume as a scanner pushed it.
 *
 * @param series what tells its series from others; never empty
 * @param number its number in the series, as the sender counts
 * @param countsFrom the number of a series' first volume, unless the sender shows a lower one
 * @param grid shape, voxel size, place, and the TR where the sender says one
 * @param data voxels on that grid
 * @param receivedAt when its last byte was there
 * @param identity of the series, the same for another program later; 0 where the sender has none
 */
public record PushedVolume(
    String series,
    int number,
    int countsFrom,
    NiftiHeader grid,
    VolumeData data,
    Instant receivedAt,
    long identity) {

  /** A volume of a series that nobody knows again. */
  public PushedVolume(
      String series,
      int number,
      int countsFrom,
      NiftiHeader grid,
      VolumeData data,
      Instant receivedAt) {
    this(series, number, countsFrom, grid, data, receivedAt, 0);
  }
}
