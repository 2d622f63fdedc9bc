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
    if (in.capacity() < at + 38 || undecodable(in)) {
      return NONE;
    }
    long columns = unsigned(in, at + 4) - unsigned(in, at + 12);
    long rows = unsigned(in, at + 8) - unsigned(in, at + 16);
    return new CodedSize(columns, rows, in.getShort(at + 36));
  }

  /**
   * True for what would keep the decoder busy for ever: packet headers that lie apart (PPM, PPT),
   * which no scanner writes, and damage.
   */
  private static boolean undecodable(ByteBuffer in) {
    int at = 2;
    long tile = 0;
    while (at + 12 <= in.capacity()) {
      int marker = in.getShort(at) & 0xFFFF;
      if (marker == 0xFF60 || marker == 0xFF61) {
        return true;
      }
      if (marker == 0xFF90) {
        tile = unsigned(in, at + 6) == 0 ? 0 : at + unsigned(in, at + 6);
      }
      long next = marker == 0xFF93 ? tile : at + 2L + (in.getShort(at + 2) & 0xFFFF);
      if (marker == 0xFF93 && twoMarkers(in, at + 2)) {
        return true;
      }
      if (marker == 0xFF93 && next == 0) {
        return false; // The last tile goes to the end.
      }
      if (marker >>> 8 != 0xFF || next <= at || next > in.capacity()) {
        return true; // Damaged: the decoder may find what this walk does not.
      }
      at = (int) next;
    }
    return false;
  }

  /** Two bytes FF in a row, which packets never hold: the decoder takes the second for ever. */
  private static boolean twoMarkers(ByteBuffer in, int from) {
    for (int i = from; i + 1 < in.capacity(); i++) {
      if (in.get(i) == (byte) 0xFF && in.get(i + 1) == (byte) 0xFF) {
        return true;
      }
    }
    return false;
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
