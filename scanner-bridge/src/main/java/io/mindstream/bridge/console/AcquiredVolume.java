package io.mindstream.bridge.console;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.serde.Bytes;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;

/**
 * A volume that the scanner has just made.
 *
 * @param series to which it belongs
 * @param index in its series, origin 0, dummies included
 * @param data voxels of the source's grid
 */
public record AcquiredVolume(ConsoleSeries series, int index, VolumeData data) {

  private static final double NANOS = 1e9;

  /** When its acquisition began, local time. */
  public LocalDateTime begun() {
    return at(0);
  }

  /** A time within it. */
  LocalDateTime at(double seconds) {
    double since = index * series.repetitionTimeSeconds() + seconds;
    return series.begun().plusNanos(Math.round(since * NANOS / 1000) * 1000);
  }

  boolean signed() {
    return data.type() == StoredVoxels.Type.INT16;
  }

  /** Voxels on the console's grid, 16 bit, x fastest, y upwards. */
  byte[] voxels() {
    byte[] source = Bytes.of(data.bytes());
    if (!series.grid().turned()) {
      return source;
    }
    byte[] turned = new byte[source.length];
    for (int voxel = 0; voxel < source.length / Short.BYTES; voxel++) {
      System.arraycopy(
          source,
          voxel * Short.BYTES,
          turned,
          series.grid().index(voxel) * Short.BYTES,
          Short.BYTES);
    }
    return turned;
  }

  /** The pixels of all slices, one after the other, the highest row of each first. */
  byte[] pixels() {
    return tiled(1);
  }

  /**
   * The pixels of all slices as tiles of one image, the highest row of each first.
   *
   * @param tiles a row of the image; it has as many rows as needed, or with one, all slices below
   *     each other
   */
  byte[] tiled(int tiles) {
    ConsoleGrid grid = series.grid();
    byte[] voxels = voxels();
    int row = grid.columns() * Short.BYTES;
    int down = tiles == 1 ? grid.slices() : tiles;
    ByteBuffer image = ByteBuffer.allocate(row * tiles * grid.rows() * down);
    for (int z = 0; z < grid.slices(); z++) {
      for (int y = 0; y < grid.rows(); y++) {
        int line = z / tiles * grid.rows() + grid.rows() - 1 - y;
        image.position((line * tiles + z % tiles) * row);
        image.put(voxels, (z * grid.rows() + y) * row, row);
      }
    }
    return image.array();
  }
}
