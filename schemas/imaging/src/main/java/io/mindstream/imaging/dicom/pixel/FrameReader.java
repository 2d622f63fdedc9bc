package io.mindstream.imaging.dicom.pixel;

import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PixelFragments;
import io.mindstream.imaging.dicom.Tag;
import java.nio.ByteOrder;

/**
 * Reads frames of an object, one at a time, when they are asked for.
 *
 * @param object whose pixels are read
 * @param format how they are stored
 */
public record FrameReader(DicomObject object, PixelFormat format) {

  /** A reader after checks of the object's description. */
  public static FrameReader of(DicomObject object) {
    return new FrameReader(object, PixelFormat.of(object));
  }

  /**
   * The pixels of a frame as a topic carries them: little endian, of {@link PixelFormat#type()},
   * row by row, not yet rescaled.
   *
   * @param frame origin 0
   * @return an array of the caller's own
   * @throws io.mindstream.imaging.dicom.DicomException where they cannot be read or decoded
   */
  public byte[] read(int frame) {
    byte[] raw = object.pixels().encapsulated() ? decoded(frame) : nativeFrame(frame);
    boolean bigEndian =
        !object.pixels().encapsulated() && object.syntax().order() == ByteOrder.BIG_ENDIAN;
    return PixelBits.normal(raw, format, bigEndian);
  }

  private byte[] nativeFrame(int frame) {
    PixelFragments.Piece piece = object.pixels().pieces().get(0);
    long bytes = format.frameBytes();
    return object.source().read(piece.offset() + frame * bytes, bytes);
  }

  private byte[] decoded(int frame) {
    byte[] coded = FrameFragments.of(object, format.frames(), frame);
    return switch (object.syntax().coding()) {
      case RLE -> RunLengths.decode(object, coded, format);
      case JPEG, JPEG_2000 -> CodedImage.decode(object, coded, format);
      case NATIVE ->
          throw object.problem(
              Tag.PIXELS, "is encapsulated, though the transfer syntax is not a coded one");
    };
  }
}
