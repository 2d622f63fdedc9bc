package io.mindstream.sink.dashboard;

import io.mindstream.schemas.checksum.Sha256;
import io.mindstream.schemas.serde.Bytes;
import java.nio.ByteBuffer;

/** A PNG that the dashboard can serve. Two pictures are the same where their versions are. */
public final class Picture {

  private static final int DIGITS = 12;

  private final byte[] png;
  private final String version;

  /** A picture that owns the array from now on. */
  Picture(byte[] png) {
    this.png = png;
    this.version = version(Sha256.hex(png));
  }

  /** A copy of a buffer's bytes. */
  static Picture of(ByteBuffer buffer) {
    return new Picture(Bytes.of(buffer));
  }

  /** A short name of a content, so that a browser may keep the picture for ever. */
  public static String version(String sha256) {
    return sha256.substring(0, Math.min(DIGITS, sha256.length()));
  }

  /** The PNG's bytes; not to be changed. */
  public byte[] png() {
    return png;
  }

  /** As {@link #version(String)}. */
  public String version() {
    return version;
  }
}
