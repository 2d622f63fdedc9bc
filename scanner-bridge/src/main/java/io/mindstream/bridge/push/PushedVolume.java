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
 * @param about what is known of the series
 */
public record PushedVolume(
    String series,
    int number,
    int countsFrom,
    NiftiHeader grid,
    VolumeData data,
    Instant receivedAt,
    PushedSeries about) {

  /** A volume of a series of which nothing is known. */
  public PushedVolume(
      String series,
      int number,
      int countsFrom,
      NiftiHeader grid,
      VolumeData data,
      Instant receivedAt) {
    this(series, number, countsFrom, grid, data, receivedAt, PushedSeries.UNKNOWN);
  }
}
