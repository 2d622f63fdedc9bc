package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.testing.DicomBytes;
import io.mindstream.imaging.testing.Slices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Made-up objects with a frame a slice. */
final class EnhancedObjects {

  private EnhancedObjects() {}

  /** A frame as it is stored: which volume, from 1, and which slice, from 0. */
  record Stored(int volume, int slice) {}

  /** A number of 32 bits. */
  static byte[] ul(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** One object; echo times by volume, or none. */
  static DicomBytes object(String vendor, List<Stored> frames, List<Double> echoes) {
    ByteBuffer pixels =
        ByteBuffer.allocate(2 * Slices.SIDE * Slices.SIDE * frames.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    List<DicomBytes> groups = new ArrayList<>();
    for (Stored frame : frames) {
      DicomBytes group = group(frame);
      if (!echoes.isEmpty()) {
        group.items(Tag.ECHO_SEQUENCE, echo(echoes.get(frame.volume() - 1)));
      }
      groups.add(group);
      for (int i = 0; i < Slices.SIDE * Slices.SIDE; i++) {
        pixels.putShort((short) (100 * frame.volume() + frame.slice() + i));
      }
    }
    return Slices.image(vendor)
        .text(Tag.SOP_INSTANCE, "UI", "1.2.3.1")
        .text(Tag.FRAMES, "IS", "" + frames.size())
        .items(
            Tag.DIMENSION_SEQUENCE,
            dimension(Tag.STACK_ID),
            dimension(Tag.IN_STACK_POSITION),
            dimension(Tag.TEMPORAL_INDEX))
        .items(Tag.FRAME_GROUPS, groups.toArray(DicomBytes[]::new))
        .bytes(Tag.PIXELS, "OW", pixels.array());
  }

  private static DicomBytes dimension(int pointer) {
    byte[] tag =
        ByteBuffer.allocate(4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) (pointer >>> 16))
            .putShort((short) pointer)
            .array();
    return new DicomBytes().bytes(Tag.DIMENSION_POINTER, "AT", tag);
  }

  private static DicomBytes echo(double milliseconds) {
    byte[] number =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(milliseconds).array();
    return new DicomBytes().bytes(Tag.EFFECTIVE_ECHO_TIME, "FD", number);
  }

  private static DicomBytes group(Stored frame) {
    byte[] indices =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(1)
            .putInt(frame.slice() + 1)
            .putInt(frame.volume())
            .array();
    return new DicomBytes()
        .items(
            Tag.FRAME_CONTENT_SEQUENCE, new DicomBytes().bytes(Tag.DIMENSION_INDEX, "UL", indices))
        .items(
            Tag.PLANE_POSITION_SEQUENCE,
            new DicomBytes().text(Tag.POSITION, "DS", "-10\\-20\\" + 3 * frame.slice()))
        .text(0x00210011, "LO", PrivateTag.XA_FRAME.creator())
        .items(
            0x002111FE,
            new DicomBytes()
                .text(0x00210011, "LO", PrivateTag.XA_TIME.creator())
                .text(0x00211104, "DS", "" + (38.01 + 0.1075 * frame.slice())));
  }
}
