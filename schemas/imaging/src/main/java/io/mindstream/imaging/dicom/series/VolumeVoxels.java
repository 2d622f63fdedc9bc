package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.pixel.FrameReader;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies the rows of slices into a volume, the last row of each first. */
final class VolumeVoxels {

  private VolumeVoxels() {}

  /** How a volume of these slices is stored: as its pixels are, unless they are scaled unevenly. */
  static StoredVoxels.Type type(List<SliceFrame> slices) {
    return even(slices) ? slices.get(0).pixels().format().type() : StoredVoxels.Type.FLOAT32;
  }

  static VolumeData read(SliceGrid grid, List<SliceFrame> slices) {
    SliceFrame first = slices.get(0);
    boolean even = even(slices);
    StoredVoxels.Type stored = first.pixels().format().type();
    int rowBytes = grid.columns() * stored.bytes();
    byte[] voxels = new byte[Math.multiplyExact(rowBytes * grid.rows(), slices.size())];
    byte[] frame = new byte[0];
    @Nullable SliceFrame held = null;
    for (int z = 0; z < slices.size(); z++) {
      SliceFrame slice = slices.get(z);
      if (held == null || held.frame() != slice.frame() || !held.pixels().equals(slice.pixels())) {
        frame = slice.pixels().read(slice.frame());
        held = slice;
      }
      copy(frame, slice, grid, rowBytes, voxels, z * rowBytes * grid.rows());
    }
    return even
        ? new VolumeData(stored, first.slope(), first.intercept(), ByteBuffer.wrap(voxels))
        : new VolumeData(StoredVoxels.Type.FLOAT32, 1, 0, scaled(voxels, stored, slices, grid));
  }

  private static void copy(
      byte[] frame, SliceFrame slice, SliceGrid grid, int rowBytes, byte[] voxels, int at) {
    FrameReader pixels = slice.pixels();
    int bytes = pixels.format().type().bytes();
    for (int y = 0; y < grid.rows(); y++) {
      int from = ((slice.top() + y) * pixels.format().columns() + slice.left()) * bytes;
      System.arraycopy(frame, from, voxels, at + (grid.rows() - 1 - y) * rowBytes, rowBytes);
    }
  }

  private static ByteBuffer scaled(
      byte[] voxels, StoredVoxels.Type stored, List<SliceFrame> slices, SliceGrid grid) {
    ByteBuffer in = ByteBuffer.wrap(voxels).order(ByteOrder.LITTLE_ENDIAN);
    int plane = grid.columns() * grid.rows();
    ByteBuffer out =
        ByteBuffer.allocate(Math.multiplyExact(4 * plane, slices.size()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (SliceFrame slice : slices) {
      for (int i = 0; i < plane; i++) {
        double value =
            switch (stored) {
              case INT16 -> in.getShort();
              case UINT16 -> Short.toUnsignedInt(in.getShort());
              case FLOAT32 -> in.getFloat();
            };
        out.putFloat((float) (slice.slope() * value + slice.intercept()));
      }
    }
    return out.flip();
  }

  private static boolean even(List<SliceFrame> slices) {
    SliceFrame first = slices.get(0);
    return slices.stream()
        .allMatch(
            slice ->
                slice.slope() == first.slope()
                    && slice.intercept() == first.intercept()
                    && slice.pixels().format().type() == first.pixels().format().type());
  }
}
