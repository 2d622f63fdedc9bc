package io.mindstream.schemas.serde;

import java.nio.ByteBuffer;

/** Bytes of records, which Avro gives as buffers. */
public final class Bytes {

  private Bytes() {}

  /** A copy of what is left of a buffer, whose position stays. */
  public static byte[] of(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
