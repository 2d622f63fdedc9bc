package io.mindstream.schemas.fmri;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.checksum.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tells whether two masks are the very same voxels in the same order: what one is called does not
 * tell.
 */
public final class RoiChecksum {

  private static final int GRID_INTS = 3;

  private RoiChecksum() {}

  /** That of a mask. */
  public static String of(RoiMask mask) {
    Geometry grid = mask.getGeometry();
    return of(
        VolumeShape.of(grid), mask.getIndices().stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * SHA-256, in hex, of nx, ny, nz and the indices as int32 little-endian.
   *
   * @param grid on which the mask was drawn
   * @param indices linear voxel indices, origin 0, in the vector's order; read only
   */
  public static String of(VolumeShape grid, int[] indices) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * (GRID_INTS + indices.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(grid.nx()).putInt(grid.ny()).putInt(grid.nz());
    for (int index : indices) {
      bytes.putInt(index);
    }
    return Sha256.hex(bytes.array());
  }
}
