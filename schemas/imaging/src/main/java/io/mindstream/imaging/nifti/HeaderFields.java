package io.mindstream.imaging.nifti;

import java.nio.ByteBuffer;

/**
 * The fields that matter here, as numbers straight from the header's bytes. Field names and offsets
 * are those of nifti1.h and nifti2.h.
 *
 * @param dim eight numbers: how many dimensions, then their sizes
 * @param pixdim eight numbers: qfac, then grid spacings
 * @param quatern quatern_b, _c, _d and qoffset_x, _y, _z
 * @param srow srow_x, srow_y, srow_z: twelve numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of numbers inside this package.
record HeaderFields(
    long[] dim,
    int datatype,
    double[] pixdim,
    double voxOffset,
    double sclSlope,
    double sclInter,
    int xyztUnits,
    int qformCode,
    int sformCode,
    double[] quatern,
    double[] srow) {

  static final int NIFTI1_BYTES = 348;
  static final int NIFTI2_BYTES = 540;

  static HeaderFields nifti1(ByteBuffer b) {
    long[] dim = new long[8];
    for (int i = 0; i < dim.length; i++) {
      dim[i] = b.getShort(40 + 2 * i);
    }
    return new HeaderFields(
        dim,
        b.getShort(70),
        floats(b, 76, 8),
        b.getFloat(108),
        b.getFloat(112),
        b.getFloat(116),
        b.get(123),
        b.getShort(252),
        b.getShort(254),
        floats(b, 256, 6),
        floats(b, 280, 12));
  }

  static HeaderFields nifti2(ByteBuffer b) {
    long[] dim = new long[8];
    for (int i = 0; i < dim.length; i++) {
      dim[i] = b.getLong(16 + 8 * i);
    }
    return new HeaderFields(
        dim,
        b.getShort(12),
        doubles(b, 104, 8),
        b.getLong(168),
        b.getDouble(176),
        b.getDouble(184),
        b.getInt(500),
        b.getInt(344),
        b.getInt(348),
        doubles(b, 352, 6),
        doubles(b, 400, 12));
  }

  private static double[] floats(ByteBuffer b, int offset, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = b.getFloat(offset + Float.BYTES * i);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer b, int offset, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = b.getDouble(offset + Double.BYTES * i);
    }
    return values;
  }
}
