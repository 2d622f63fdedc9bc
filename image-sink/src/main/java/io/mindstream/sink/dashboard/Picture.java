package io.mindstream.sink.dashboard;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A PNG that the dashboard can serve. Two pictures are the same where their bytes are. */
public final class Picture {

  private final byte[] png;

  /** A picture that owns the array from now on. */
  Picture(byte[] png) {
    this.png = png;
  }

  /** A copy of a buffer's bytes. */
  static Picture of(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return new Picture(bytes);
  }

  /** The PNG's bytes; not to be changed. */
  public byte[] png() {
    return png;
  }

  /** A short name of the content, so that a browser may keep the picture for ever. */
  String version() {
    return Integer.toHexString(hashCode());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture && Arrays.equals(png, picture.png);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(png);
  }
}
