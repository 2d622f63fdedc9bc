package io.mindstream.imaging.dicom;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks over a data set, keeps what {@link Dictionary} names, and stops at the pixel data. */
final class DataSetParser {

  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final int DEEPEST = 16;

  private final ByteCursor cursor;
  private final String name;
  private PixelFragments pixels = PixelFragments.NONE;

  DataSetParser(ByteCursor cursor) {
    this.cursor = cursor;
    this.name = cursor.source().name();
  }

  PixelFragments pixels() {
    return pixels;
  }

  /** All elements up to the pixel data or the end. */
  DataSet parse(Encoding encoding) {
    return parse(encoding, cursor.source().size(), false, true, 0);
  }

  /** Group 0002: the elements before the data set. */
  DataSet parseMeta() {
    Map<Integer, DicomElement> kept = new HashMap<>();
    long end = cursor.source().size();
    while (cursor.position() + 8 <= end && cursor.peek(0) == 2 && cursor.peek(1) == 0) {
      ElementHead head = head(Encoding.EXPLICIT_LITTLE);
      requireInside(head, end);
      keep(head, Encoding.EXPLICIT_LITTLE, true, kept, 0);
    }
    return new DataSet(cursor.source(), ByteOrder.LITTLE_ENDIAN, kept);
  }

  private DataSet parse(Encoding encoding, long end, boolean delimited, boolean keep, int depth) {
    if (depth > DEEPEST) {
      throw new DicomException(name, "sequences lie more than " + DEEPEST + " deep");
    }
    Map<Integer, DicomElement> kept = new HashMap<>();
    while (cursor.position() < end) {
      ElementHead head = head(encoding);
      if (head.tag() == ITEM_END && delimited) {
        return new DataSet(cursor.source(), encoding.order(), kept);
      }
      if (head.tag() == Tag.PIXELS && depth == 0) {
        pixels = pixels(head);
        return new DataSet(cursor.source(), encoding.order(), kept);
      }
      if (head.length() != UNDEFINED) {
        requireInside(head, end);
      }
      keep(head, encoding, keep, kept, depth);
    }
    if (delimited) {
      throw new DicomException(name, "ends within an item of undefined length");
    }
    return new DataSet(cursor.source(), encoding.order(), kept);
  }

  private void keep(
      ElementHead head,
      Encoding encoding,
      boolean keep,
      Map<Integer, DicomElement> kept,
      int depth) {
    boolean wanted = keep && Dictionary.kept(head.tag());
    Vr vr = head.vr() == Vr.UN ? Dictionary.vr(head.tag()) : head.vr();
    long start = cursor.position();
    if (head.tag() == Tag.PIXELS && head.length() == UNDEFINED) {
      new FragmentParser(cursor).parse(); // An icon's, within a sequence: nobody looks at it.
      return;
    }
    // A sequence of unknown VR is written implicitly, whatever the rest (PS3.5, 6.2.2).
    Encoding inner = head.vr() == Vr.UN ? Encoding.IMPLICIT_LITTLE : encoding;
    boolean sequence = wanted && vr == Vr.SQ && holdsItems(head, inner);
    if (head.length() == UNDEFINED || sequence) {
      List<DataSet> items = sequence(head, inner, wanted, depth + 1);
      if (wanted) {
        kept.put(
            head.tag(), new DicomElement(head.tag(), Vr.SQ, start, 0, DicomElement.NOTHING, items));
      }
      return;
    }
    if (wanted) {
      kept.put(head.tag(), element(head, vr == Vr.SQ ? Vr.UN : vr));
    } else {
      cursor.skip(head.length());
    }
  }

  /** Where no VR is written, a private element of somebody else may stand in for the sequence. */
  private boolean holdsItems(ElementHead head, Encoding encoding) {
    if (encoding.explicit() || head.length() == 0) {
      return true;
    }
    return head.length() >= 8
        && cursor.peek(0) == 0xFE
        && cursor.peek(1) == 0xFF
        && cursor.peek(2) == 0
        && cursor.peek(3) == 0xE0;
  }

  private DicomElement element(ElementHead head, Vr vr) {
    long start = cursor.position();
    byte[] value = DicomElement.NOTHING;
    if (head.length() <= DicomElement.SMALL) {
      value = cursor.bytes((int) head.length());
    } else {
      cursor.skip(head.length());
    }
    return new DicomElement(head.tag(), vr, start, head.length(), value, List.of());
  }

  private List<DataSet> sequence(ElementHead head, Encoding encoding, boolean keep, int depth) {
    List<DataSet> items = new ArrayList<>();
    boolean open = head.length() == UNDEFINED;
    long end = open ? cursor.source().size() : cursor.position() + head.length();
    while (cursor.position() < end) {
      ElementHead item = itemHead(head.tag(), encoding);
      if (item.tag() == SEQUENCE_END) {
        return items;
      }
      boolean delimited = item.length() == UNDEFINED;
      if (!delimited) {
        requireInside(item, end);
      }
      long itemEnd = delimited ? end : cursor.position() + item.length();
      DataSet data = parse(encoding, itemEnd, delimited, keep, depth);
      if (keep) {
        items.add(data);
      }
    }
    if (open) {
      throw new DicomException(name, head.tag(), "is a sequence without its end");
    }
    return items;
  }

  private ElementHead itemHead(int sequence, Encoding encoding) {
    int tag = tag(encoding);
    long length = cursor.unsignedInt(encoding.order());
    if (tag != ITEM && tag != SEQUENCE_END) {
      throw new DicomException(name, sequence, "holds " + Tag.text(tag) + " where an item belongs");
    }
    return new ElementHead(tag, Vr.UN, length);
  }

  private int tag(Encoding encoding) {
    int group = cursor.unsignedShort(encoding.order());
    return group << 16 | cursor.unsignedShort(encoding.order());
  }

  private ElementHead head(Encoding encoding) {
    int tag = tag(encoding);
    if (!encoding.explicit() || tag >>> 16 == 0xFFFE) {
      return new ElementHead(
          tag,
          encoding.explicit() ? Vr.UN : Dictionary.vr(tag),
          cursor.unsignedInt(encoding.order()));
    }
    int first = cursor.peek(0);
    int second = cursor.peek(1);
    if (Vr.leftBlank(first, second)) {
      cursor.skip(2);
      return new ElementHead(tag, Vr.UN, cursor.unsignedShort(encoding.order()));
    }
    if (!Vr.known(first, second)) {
      throw new DicomException(name, tag, "has no value representation that DICOM knows");
    }
    Vr vr = Vr.of(first, second);
    cursor.skip(vr.longLength() ? 4 : 2);
    long length =
        vr.longLength()
            ? cursor.unsignedInt(encoding.order())
            : cursor.unsignedShort(encoding.order());
    return new ElementHead(tag, vr, length);
  }

  private void requireInside(ElementHead head, long end) {
    if (head.length() > end - cursor.position()) {
      throw new DicomException(
          name,
          head.tag(),
          "says it has "
              + head.length()
              + " bytes, "
              + (end - cursor.position())
              + " are left: cut off or damaged; send or copy it again");
    }
  }

  private PixelFragments pixels(ElementHead head) {
    if (head.length() == UNDEFINED) {
      return new FragmentParser(cursor).parse();
    }
    requireInside(head, cursor.source().size());
    return new PixelFragments(
        List.of(new PixelFragments.Piece(cursor.position(), head.length())), false, List.of());
  }

  private record ElementHead(int tag, Vr vr, long length) {}
}
