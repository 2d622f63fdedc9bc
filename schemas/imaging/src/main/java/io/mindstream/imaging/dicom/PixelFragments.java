package io.mindstream.imaging.dicom;

import java.util.List;

/**
 * Where pixel data lie. Native ones are one piece; encapsulated ones are fragments, of which one or
 * several make a frame (PS3.5, A.4).
 *
 * @param pieces in order; empty where the object has no pixels
 * @param encapsulated true where each piece is a fragment of coded frames
 * @param frameStarts offsets of the frames from the first fragment's item on; may be empty
 */
public record PixelFragments(List<Piece> pieces, boolean encapsulated, List<Long> frameStarts) {

  /**
   * A run of bytes.
   *
   * @param offset in the source
   */
  public record Piece(long offset, long length) {}

  static final PixelFragments NONE = new PixelFragments(List.of(), false, List.of());

  /** Keeps lists of its own. */
  public PixelFragments {
    pieces = List.copyOf(pieces);
    frameStarts = List.copyOf(frameStarts);
  }

  /** Bytes of all pieces. */
  public long bytes() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }
}
