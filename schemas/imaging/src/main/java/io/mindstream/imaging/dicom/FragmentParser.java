package io.mindstream.imaging.dicom;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Encapsulated pixel data: a table of offsets, then fragments (PS3.5, A.4). */
final class FragmentParser {

  private static final int ITEM = 0xFFFEE000;
  private static final int SEQUENCE_END = 0xFFFEE0DD;

  private final ByteCursor cursor;
  private final String name;

  FragmentParser(ByteCursor cursor) {
    this.cursor = cursor;
    this.name = cursor.source().name();
  }

  PixelFragments parse() {
    long tableBytes = itemLength();
    List<Long> starts = new ArrayList<>();
    for (long i = 0; i + 4 <= tableBytes; i += 4) {
      starts.add(cursor.unsignedInt(ByteOrder.LITTLE_ENDIAN));
    }
    cursor.skip(Math.max(0, tableBytes) % 4);
    List<PixelFragments.Piece> pieces = new ArrayList<>();
    for (long length = itemLength(); length >= 0; length = itemLength()) {
      pieces.add(new PixelFragments.Piece(cursor.position(), length));
      cursor.skip(length);
    }
    if (pieces.isEmpty()) {
      throw new DicomException(name, Tag.PIXELS, "has no fragments");
    }
    return new PixelFragments(pieces, true, starts);
  }

  /** Length of the next fragment; -1 at their end. */
  private long itemLength() {
    int group = cursor.unsignedShort(ByteOrder.LITTLE_ENDIAN);
    int tag = group << 16 | cursor.unsignedShort(ByteOrder.LITTLE_ENDIAN);
    long length = cursor.unsignedInt(ByteOrder.LITTLE_ENDIAN);
    if (tag == SEQUENCE_END) {
      return -1;
    }
    if (tag != ITEM) {
      throw new DicomException(
          name, Tag.PIXELS, "holds " + Tag.text(tag) + " where a fragment belongs");
    }
    if (length > cursor.source().size() - cursor.position()) {
      throw new DicomException(
          name, Tag.PIXELS, "has a fragment that is longer than the rest; send or copy it again");
    }
    return length;
  }
}
