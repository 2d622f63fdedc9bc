package io.mindstream.bridge.tcp;

import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.PushedGrid;
import io.mindstream.bridge.push.VoxelFormat;
import io.mindstream.bridge.push.WireException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What stands before each volume: MURFI's RtExternalImageInfo, version 3 or 4, in the memory layout
 * of a 64 bit x86 compiler.
 *
 * @param series seriesUID; empty before version 4
 * @param scanType such as EPI
 * @param format dataType
 * @param order isLittleEndian
 * @param mosaic isMosaic: slices lie side by side as tiles of a square
 * @param shape numPixelsRead, numPixelsPhase, numSlices
 * @param grid the shape with spacing, voxelToWorldMatrix and repetitionTimeMS
 * @param number currentTR
 * @param motionCorrected isMotionCorrected
 */
record VolumeHeader(
    String series,
    String scanType,
    VoxelFormat format,
    ByteOrder order,
    boolean mosaic,
    VolumeShape shape,
    NiftiHeader grid,
    int number,
    boolean motionCorrected) {

  private static final int MOST_PIXELS = 2048;
  private static final int MOST_SLICES = 1024;
  private static final int MOST_VOXELS = 1 << 26;
  private static final int MOST_TR_MS = 30_000;
  private static final int MOST_NUMBER = 1_000_000;

  /**
   * Reads a header.
   *
   * @param bytes as long as its layout at least
   * @throws WireException where a field says what cannot be
   */
  static VolumeHeader read(byte[] bytes, HeaderLayout layout) throws WireException {
    LittleFields fields = new LittleFields(bytes);
    requireWholeVolumes(fields.text(layout.imageType(), 16));
    VolumeShape shape = shape(fields, layout);
    return new VolumeHeader(
        layout.hasSeries() ? fields.text(HeaderLayout.SERIES_UID, 64) : "",
        fields.text(layout.scanType(), 64),
        format(fields.text(layout.dataType(), 16)),
        fields.u8(layout.littleEndian()) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
        fields.u8(layout.mosaic()) != 0,
        shape,
        grid(fields, layout, shape),
        number("currentTR", fields.i32(layout.currentTr()), 0, MOST_NUMBER),
        fields.u8(layout.motionCorrected()) != 0);
  }

  private static void requireWholeVolumes(String imageType) throws WireException {
    if (imageType.startsWith("2D")) {
      throw WireException.field(
          "imageType", imageType, "set the sender to whole volumes (3D or 3Dt), not single slices");
    }
  }

  private static VoxelFormat format(String name) throws WireException {
    String plain = name.startsWith("c_") ? name.substring(2) : name;
    return switch (plain) {
      case "char" -> VoxelFormat.INT8;
      case "uchar" -> VoxelFormat.UINT8;
      case "int16_t" -> VoxelFormat.INT16;
      case "uint16_t" -> VoxelFormat.UINT16;
      case "int32_t" -> VoxelFormat.INT32;
      case "uint32_t" -> VoxelFormat.UINT32;
      case "float32_t" -> VoxelFormat.FLOAT32;
      case "float64_t" -> VoxelFormat.FLOAT64;
      default ->
          throw WireException.field(
              "dataType",
              printable(name),
              "it is int16_t, uint16_t, int32_t, float32_t or the like");
    };
  }

  private static VolumeShape shape(LittleFields fields, HeaderLayout layout) throws WireException {
    int at = layout.pixels();
    int read = number("numPixelsRead", fields.i32(at), 1, MOST_PIXELS);
    int phase = number("numPixelsPhase", fields.i32(at + 4), 1, MOST_PIXELS);
    int slices = number("numSlices", fields.i32(at + 8), 1, MOST_SLICES);
    number("voxels", (long) read * phase * slices, 1, MOST_VOXELS);
    return new VolumeShape(read, phase, slices);
  }

  private static NiftiHeader grid(LittleFields fields, HeaderLayout layout, VolumeShape shape)
      throws WireException {
    int at = layout.spacing();
    double gap = fields.f64(at + 24);
    List<Double> spacing =
        List.of(
            millimetres("pixelSpacingReadMM", fields.f64(at)),
            millimetres("pixelSpacingPhaseMM", fields.f64(at + 8)),
            millimetres("pixelSpacingSliceMM + sliceGapMM", fields.f64(at + 16) + gap));
    int tr = number("repetitionTimeMS", fields.i32(layout.repetitionTime()), 0, MOST_TR_MS);
    WorldMatrix world = WorldMatrix.read(fields, layout.matrix(), spacing);
    return PushedGrid.header(
        shape,
        spacing,
        world.affine(),
        world.placed(),
        tr == 0 ? OptionalDouble.empty() : OptionalDouble.of(tr / 1e3));
  }

  private static double millimetres(String field, double value) throws WireException {
    if (!(value > 0 && value <= 100)) {
      throw WireException.field(field, value, "it is in mm, above 0 and at most 100");
    }
    return value;
  }

  private static int number(String field, long value, int least, int most) throws WireException {
    if (value < least || value > most) {
      throw WireException.field(field, value, "it is " + least + " to " + most);
    }
    return (int) value;
  }

  private static String printable(String text) {
    return "'" + text.replaceAll("[^ -~]", "?") + "'";
  }
}
