package io.mindstream.preprocess.state;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.Conversion;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.jspecify.annotations.Nullable;

/**
 * Fields of stored values. Numbers are big endian, times are microseconds since 1970-01-01 UTC,
 * bytes and text (UTF-8) follow their length as int32 and may be of any length.
 */
final class StoredFields {

  /** Avro's own: it takes every time that a record can carry, also beyond the year 2262. */
  private static final Conversion<Instant> MICROS = new TimestampMicrosConversion();

  private static final Schema AS_LONG = Schema.create(Schema.Type.LONG);

  private StoredFields() {}

  static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readExactly(in, in.readInt()), StandardCharsets.UTF_8);
  }

  /** Null is length -1. */
  static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == -1 ? null : readExactly(in, length);
  }

  /** The bytes, as many as announced: a broken length must not cost the service its memory. */
  static byte[] readExactly(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new EOFException(length + " bytes are announced, " + in.available() + " are there");
    }
    return in.readNBytes(length);
  }

  static void writeTime(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(MICROS.toLong(time, AS_LONG, LogicalTypes.timestampMicros()));
  }

  static Instant readTime(DataInputStream in) throws IOException {
    return MICROS.fromLong(in.readLong(), AS_LONG, LogicalTypes.timestampMicros());
  }
}
