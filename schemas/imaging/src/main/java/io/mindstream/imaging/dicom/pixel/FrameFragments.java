package io.mindstream.imaging.dicom.pixel;

import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PixelFragments;
import io.mindstream.imaging.dicom.PixelFragments.Piece;
import io.mindstream.imaging.dicom.Tag;
import java.util.List;

/** Which fragments make a frame: one each, or all, or as the table of offsets says. */
final class FrameFragments {

  private FrameFragments() {}

  /** The coded bytes of a frame. */
  static byte[] of(DicomObject object, int frames, int frame) {
    List<Piece> pieces = pieces(object, frames, frame);
    long length = pieces.stream().mapToLong(Piece::length).sum();
    if (length > Integer.MAX_VALUE - 8) {
      throw object.problem(Tag.PIXELS, "has a frame of " + length + " bytes");
    }
    byte[] coded = new byte[(int) length];
    int at = 0;
    for (Piece piece : pieces) {
      object.source().read(piece.offset(), coded, at, (int) piece.length());
      at += (int) piece.length();
    }
    return coded;
  }

  private static List<Piece> pieces(DicomObject object, int frames, int frame) {
    PixelFragments pixels = object.pixels();
    if (frames == 1) {
      return pixels.pieces();
    }
    if (pixels.pieces().size() == frames) {
      return pixels.pieces().subList(frame, frame + 1);
    }
    if (pixels.frameStarts().size() != frames) {
      throw object.problem(
          Tag.PIXELS,
          frames
              + " frames in "
              + pixels.pieces().size()
              + " fragments without a table of offsets; send it uncompressed");
    }
    long first = pixels.pieces().get(0).offset();
    long from = first + pixels.frameStarts().get(frame);
    long to = frame + 1 < frames ? first + pixels.frameStarts().get(frame + 1) : Long.MAX_VALUE;
    // Both count from the first fragment: as items, or as their bytes, eight later.
    return pixels.pieces().stream()
        .filter(piece -> piece.offset() >= from && piece.offset() < to)
        .toList();
  }
}
