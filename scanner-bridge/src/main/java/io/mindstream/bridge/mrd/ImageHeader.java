package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.VoxelFormat;
import io.mindstream.bridge.push.WireException;
import io.mindstream.schemas.fmri.VolumeShape;

/**
 * The fixed header of an image, 198 bytes without gaps (ISMRMRD ImageHeader, version 1).
 *
 * @param format data_type
 * @param matrix matrix_size; one slice has 1 as its third number
 * @param fieldOfViewMm along the same axes
 * @param channels receiver channels
 * @param position centre of the image in the patient's coordinates (LPS), mm
 * @param counters average, slice, contrast, phase, repetition, set
 * @param imageType 1 for magnitude, 0 where it is not said
 * @param series image_series_index
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers of one header, which nobody changes.
record ImageHeader(
    VoxelFormat format,
    VolumeShape matrix,
    double[] fieldOfViewMm,
    int channels,
    double[] position,
    Counters counters,
    int imageType,
    int series) {

  static final int BYTES = 198;

  private static final int FIELD_OF_VIEW = 22;
  private static final int POSITION = 36;
  private static final int COUNTERS = 96;
  private static final int MOST_VOXELS = 1 << 26;
  private static final int MOST_MM = 2000;

  /** Loop counters, origin 0. */
  record Counters(int average, int slice, int contrast, int phase, int repetition, int set) {

    static Counters read(LittleFields fields) {
      return new Counters(
          fields.u16(COUNTERS),
          fields.u16(COUNTERS + 2),
          fields.u16(COUNTERS + 4),
          fields.u16(COUNTERS + 6),
          fields.u16(COUNTERS + 8),
          fields.u16(COUNTERS + 10));
    }
  }

  /**
   * Reads a header.
   *
   * @throws WireException where a field says what cannot be
   */
  static ImageHeader read(LittleFields fields) throws WireException {
    VolumeShape matrix = matrix(fields);
    int channels = fields.u16(34);
    if (channels > 1) {
      throw WireException.field(
          "channels", channels, "combine the receiver channels before images are sent");
    }
    return new ImageHeader(
        format(fields.u16(2)),
        matrix,
        fieldOfView(fields),
        channels,
        finite("position", fields.vector(POSITION)),
        Counters.read(fields),
        fields.u16(124),
        fields.u16(128));
  }

  private static VolumeShape matrix(LittleFields fields) throws WireException {
    int x = fields.u16(16);
    int y = fields.u16(18);
    int z = Math.max(1, fields.u16(20));
    if (x < 1 || y < 1 || (long) x * y * z > MOST_VOXELS) {
      throw WireException.field(
          "matrix_size", x + "x" + y + "x" + z, "each is at least 1, and all at most 2^26 voxels");
    }
    return new VolumeShape(x, y, z);
  }

  private static double[] fieldOfView(LittleFields fields) throws WireException {
    double[] fieldOfView = finite("field_of_view", fields.vector(FIELD_OF_VIEW));
    for (double length : fieldOfView) {
      if (!(length > 0 && length <= MOST_MM)) {
        throw WireException.field("field_of_view", length, "it is in mm, above 0, at most 2000");
      }
    }
    return fieldOfView;
  }

  private static double[] finite(String field, double[] vector) throws WireException {
    for (double number : vector) {
      if (!Double.isFinite(number)) {
        throw WireException.field(field, number, "it is a number in mm");
      }
    }
    return vector;
  }

  private static VoxelFormat format(int dataType) throws WireException {
    return switch (dataType) {
      case 1 -> VoxelFormat.UINT16;
      case 2 -> VoxelFormat.INT16;
      case 3 -> VoxelFormat.UINT32;
      case 4 -> VoxelFormat.INT32;
      case 5 -> VoxelFormat.FLOAT32;
      case 6 -> VoxelFormat.FLOAT64;
      case 7 -> VoxelFormat.COMPLEX64;
      case 8 -> VoxelFormat.COMPLEX128;
      default ->
          throw WireException.field(
              "data_type",
              dataType,
              "it is 1 to 8: ushort, short, uint, int, float, double, complex");
    };
  }

  /** Bytes of the image's data. */
  long dataBytes() {
    return (long) matrix.voxels() * format.bytes();
  }

  /** Edge of a voxel along an axis, in mm. */
  double voxelMm(int axis) {
    int voxels = axis == 0 ? matrix.nx() : axis == 1 ? matrix.ny() : matrix.nz();
    return fieldOfViewMm[axis] / voxels;
  }
}
