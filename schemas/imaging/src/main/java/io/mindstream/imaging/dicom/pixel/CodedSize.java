package io.mindstream.imaging.dicom.pixel;

import java.nio.ByteBuffer;

/** Size of a JPEG or JPEG 2000 image by its own header: read before a decoder takes memory. */
record CodedSize(long columns, long rows, int components) {

  private static final CodedSize NONE = new CodedSize(0, 0, 0);
  private static final int START_OF_SCAN = 0xDA;

  static CodedSize of(byte[] coded) {
    ByteBuffer in = ByteBuffer.wrap(coded);
    if (coded.length < 4) {
      return NONE;
    }
    return switch (in.getInt(0)) {
      case 0xFF4FFF51 -> codestream(in, 4);
      default -> (in.getShort(0) & 0xFFFF) == 0xFFD8 ? jpeg(in) : NONE;
    };
  }

  boolean fits(PixelFormat format) {
    return columns == format.columns() && rows == format.rows() && components == 1;
  }

  /** SIZ: length, capability, x, y, offsets, tile sizes and offsets, components. */
  private static CodedSize codestream(ByteBuffer in, int at) {
    if (in.capacity() < at + 38) {
      return NONE;
    }
    long columns = unsigned(in, at + 4) - unsigned(in, at + 12);
    long rows = unsigned(in, at + 8) - unsigned(in, at + 16);
    return new CodedSize(columns, rows, in.getShort(at + 36));
  }

  private static CodedSize jpeg(ByteBuffer in) {
    int at = 2;
    while (at + 10 <= in.capacity()) {
      int marker = in.getShort(at) & 0xFFFF;
      if (marker >>> 8 != 0xFF || (marker & 0xFF) == START_OF_SCAN) {
        return NONE;
      }
      boolean frame = marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8;
      if (frame) {
        return new CodedSize(
            in.getShort(at + 7) & 0xFFFF, in.getShort(at + 5) & 0xFFFF, in.get(at + 9) & 0xFF);
      }
      at += 2 + (in.getShort(at + 2) & 0xFFFF);
    }
    return NONE;
  }

  private static long unsigned(ByteBuffer in, int at) {
    return Integer.toUnsignedLong(in.getInt(at));
  }

  @Override
  public String toString() {
    return this.equals(NONE)
        ? "no image of this transfer syntax"
        : columns + "x" + rows + " pixels of " + components + " samples";
  }
}
