package io.mindstream.bridge.console;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Writes a source's mask on the grid on which the console's volumes arrive. */
public final class ConsoleMask {

  private ConsoleMask() {}

  /**
   * Writes it as NIfTI.
   *
   * @param simulated see {@link ConsoleGrid}
   * @throws io.mindstream.imaging.nifti.NiftiException where it cannot be written
   */
  public static void write(RoiMask roi, boolean simulated, Path file) {
    ConsoleGrid grid = ConsoleGrid.of(roi.getGeometry(), simulated);
    NiftiHeader header = header(grid.geometry());
    ByteBuffer mask = ByteBuffer.allocate((int) header.volumeBytes());
    roi.getIndices().forEach(voxel -> mask.put(grid.index(voxel), (byte) 1));
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      writer.write(mask);
    }
  }

  private static NiftiHeader header(Geometry grid) {
    return NiftiHeader.of(grid, 1, NiftiType.UINT8, OptionalDouble.empty());
  }
}
