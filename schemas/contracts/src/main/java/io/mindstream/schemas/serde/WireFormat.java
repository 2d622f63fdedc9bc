package io.mindstream.schemas.serde;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format: a zero byte, the writer's schema id as big-endian int32, Avro's bytes.
 */
public final class WireFormat {

  /** Bytes before Avro's own. */
  public static final int HEADER_BYTES = 1 + Integer.BYTES;

  static final byte MAGIC = 0;

  private WireFormat() {}

  /** Whether bytes begin as a record does. */
  public static boolean isRecord(byte @Nullable [] bytes) {
    return bytes != null && bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
  }

  /** The id of the writer's schema; of bytes that are a record. */
  public static int schemaId(byte[] bytes) {
    return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
  }

  /** Avro's bytes, not copied; of bytes that are a record. */
  public static ByteBuffer body(byte[] bytes) {
    return ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
  }
}
