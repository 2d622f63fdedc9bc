package io.mindstream.sink.recorder;

import java.nio.ByteBuffer;

/** The parts of a value in Confluent's wire format: a zero byte, the schema's id, Avro's bytes. */
final class RecordBytes {

  private static final int HEADER = 1 + Integer.BYTES;

  private RecordBytes() {}

  static int schemaId(byte[] value) {
    return ByteBuffer.wrap(value).getInt(1);
  }

  static ByteBuffer avro(byte[] value) {
    return ByteBuffer.wrap(value, HEADER, value.length - HEADER);
  }
}
