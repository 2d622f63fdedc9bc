package io.mindstream.imaging.dicom.pixel;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE (PS3.5, annex G): one segment of PackBits for each byte of a pixel, the highest first. */
final class RunLengths {

  private static final int HEADER = 64;

  private RunLengths() {}

  /** A frame in native form, little endian. */
  static byte[] decode(DicomObject object, byte[] coded, PixelFormat format) {
    int planes = format.allocated() / 8;
    if (coded.length < HEADER) {
      throw damaged(object);
    }
    ByteBuffer header = ByteBuffer.wrap(coded).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != planes) {
      throw object.problem(Tag.PIXELS, "has " + header.getInt(0) + " RLE segments, not " + planes);
    }
    byte[] out = new byte[(int) format.frameBytes()];
    for (int plane = 0; plane < planes; plane++) {
      int from = header.getInt(4 + 4 * plane);
      int to = plane + 1 < planes ? header.getInt(8 + 4 * plane) : coded.length;
      if (from < HEADER || to < from || to > coded.length) {
        throw damaged(object);
      }
      unpack(object, coded, from, to, out, planes - 1 - plane, planes);
    }
    return out;
  }

  private static void unpack(
      DicomObject object, byte[] in, int from, int to, byte[] out, int first, int step) {
    int at = first;
    int i = from;
    while (at < out.length) {
      if (i >= to) {
        throw damaged(object);
      }
      int code = in[i++];
      int count = code >= 0 ? code + 1 : code == -128 ? 0 : 1 - code;
      int needed = code >= 0 ? count : Math.min(1, count);
      if (i + needed > to || at + (long) (count - 1) * step >= out.length) {
        throw damaged(object);
      }
      for (int k = 0; k < count; k++, at += step) {
        out[at] = in[code >= 0 ? i + k : i];
      }
      i += needed;
    }
  }

  private static DicomException damaged(DicomObject object) {
    return object.problem(Tag.PIXELS, "has run lengths that do not fit the image; send it again");
  }
}
