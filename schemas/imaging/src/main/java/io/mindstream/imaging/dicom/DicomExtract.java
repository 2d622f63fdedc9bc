package io.mindstream.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An object as a file that holds its pixels and what places them in their volume, and nothing that
 * says whom it shows: no patient, no free text. {@link DicomReader} reads it again.
 */
public final class DicomExtract {

  private static final int PREAMBLE = 128;
  private static final int META_LENGTH = 0x00020000;
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final int UNDEFINED = -1;

  private final DicomObject object;
  private final ByteOrder order;
  private final Set<Integer> left;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private DicomExtract(DicomObject object) {
    this.object = object;
    this.order = object.syntax().order();
    DataSet data = object.data();
    this.left =
        Set.of( // Somebody may have written a name there.
            Tag.SERIES_DESCRIPTION,
            Tag.PROTOCOL,
            data.privateTag(PrivateTag.CSA_IMAGE),
            data.privateTag(PrivateTag.CSA_SERIES),
            data.privateTag(PrivateTag.GE_PROTOCOL));
  }

  /**
   * The file's bytes.
   *
   * @throws DicomException where the object's bytes cannot be read any more
   */
  public static byte[] of(DicomObject object) {
    DicomExtract extract = new DicomExtract(object);
    extract.out.writeBytes(new byte[PREAMBLE]);
    extract.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    extract.meta();
    extract.elements(object.data());
    extract.pixels();
    return extract.out.toByteArray();
  }

  /** Group 0002, always little endian. */
  private void meta() {
    byte[] uid = syntax().uid().getBytes(StandardCharsets.US_ASCII);
    int even = uid.length + uid.length % 2;
    ByteBuffer meta = ByteBuffer.allocate(20 + even).order(ByteOrder.LITTLE_ENDIAN);
    meta.putShort((short) 2).putShort((short) META_LENGTH).put((byte) 'U').put((byte) 'L');
    meta.putShort((short) 4).putInt(8 + even);
    meta.putShort((short) 2).putShort((short) Tag.TRANSFER_SYNTAX).put((byte) 'U').put((byte) 'I');
    meta.putShort((short) even).put(uid);
    out.writeBytes(meta.array());
  }

  /** VRs are written in any case: all of them are known. */
  private TransferSyntax syntax() {
    return switch (object.syntax()) {
      case IMPLICIT_LITTLE, DEFLATED -> TransferSyntax.EXPLICIT_LITTLE;
      default -> object.syntax();
    };
  }

  private void elements(DataSet data) {
    if (data.order() != order) {
      return; // Implicit items of unknown VR in a big endian object, which nobody sends.
    }
    data.elements().stream()
        .filter(element -> !left.contains(element.tag()))
        .sorted(Comparator.comparing(element -> Integer.toUnsignedLong(element.tag())))
        .forEach(element -> write(data, element));
  }

  private void write(DataSet data, DicomElement element) {
    if (element.vr() == Vr.SQ) {
      head(element.tag(), Vr.SQ, UNDEFINED);
      for (DataSet item : element.items()) {
        marker(ITEM, UNDEFINED);
        elements(item);
        marker(ITEM_END, 0);
      }
      marker(SEQUENCE_END, 0);
    } else {
      byte[] value = data.value(element);
      head(element.tag(), element.vr(), value.length);
      out.writeBytes(value);
    }
  }

  private void pixels() {
    PixelFragments pixels = object.pixels();
    if (pixels.encapsulated()) {
      head(Tag.PIXELS, Vr.OB, UNDEFINED);
      starts(pixels.frameStarts());
      pixels.pieces().forEach(this::fragment);
      marker(SEQUENCE_END, 0);
    } else if (!pixels.pieces().isEmpty()) {
      PixelFragments.Piece piece = pixels.pieces().get(0);
      head(Tag.PIXELS, Vr.OW, (int) piece.length());
      copy(piece);
    }
  }

  private void starts(List<Long> frameStarts) {
    ByteBuffer table = ByteBuffer.allocate(Integer.BYTES * frameStarts.size()).order(order);
    frameStarts.forEach(start -> table.putInt(start.intValue()));
    marker(ITEM, table.capacity());
    out.writeBytes(table.array());
  }

  private void fragment(PixelFragments.Piece piece) {
    marker(ITEM, (int) piece.length());
    copy(piece);
  }

  private void copy(PixelFragments.Piece piece) {
    out.writeBytes(object.source().read(piece.offset(), piece.length()));
  }

  private void head(int tag, Vr vr, int length) {
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    head.put(vr.name().getBytes(StandardCharsets.US_ASCII));
    if (vr.longLength()) {
      head.putShort((short) 0).putInt(length);
    } else {
      head.putShort((short) length);
    }
    out.write(head.array(), 0, head.position());
  }

  private void marker(int tag, int length) {
    ByteBuffer marker = ByteBuffer.allocate(8).order(order);
    marker.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
    out.writeBytes(marker.array());
  }
}
