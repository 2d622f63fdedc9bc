package io.mindstream.storage.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a part holds for each record: where it lay, its time and key, and its value in the topic's
 * own schema, so that any Avro reader reads it.
 */
final class RecordEnvelope {

  static final String PARTITION = "partition";
  static final String OFFSET = "offset";
  static final String TIMESTAMP = "timestamp";
  static final String KEY = "key";
  static final String VALUE = "value";

  private static final int KEY_IS_TEXT = 1;
  private static final int HEAD_BYTES = 128;

  private RecordEnvelope() {}

  /** The envelope of values of a schema. */
  static Schema schema(Schema value) {
    Schema text = Schema.create(Schema.Type.STRING);
    text.addProp("avro.java.string", "String");
    Schema key = Schema.createUnion(List.of(Schema.create(Schema.Type.NULL), text));
    return SchemaBuilder.record("Recorded")
        .namespace("io.mindstream.recording")
        .doc("A record as it lay in Kafka.")
        .fields()
        .name(PARTITION)
        .doc("Partition of the topic that the file's metadata name.")
        .type(Schema.create(Schema.Type.INT))
        .noDefault()
        .name(OFFSET)
        .doc("Offset in the partition; with it the record's place, which no other has.")
        .type(Schema.create(Schema.Type.LONG))
        .noDefault()
        .name(TIMESTAMP)
        .doc("The record's time in Kafka; milliseconds since 1970-01-01 UTC.")
        .type(Schema.create(Schema.Type.LONG))
        .noDefault()
        .name(KEY)
        .doc("The record's key.")
        .type(key)
        .noDefault()
        .name(VALUE)
        .doc("The record's value.")
        .type(value)
        .noDefault()
        .endRecord();
  }

  /**
   * The bytes of an envelope.
   *
   * @param value the value's Avro bytes in the envelope's schema; its position stays
   */
  static ByteBuffer encode(
      int partition, long offset, long timestamp, @Nullable String key, ByteBuffer value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(HEAD_BYTES + value.remaining());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      encoder.writeInt(partition);
      encoder.writeLong(offset);
      encoder.writeLong(timestamp);
      encoder.writeIndex(key == null ? 0 : KEY_IS_TEXT);
      if (key != null) {
        encoder.writeString(key);
      }
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.write(value.array(), value.arrayOffset() + value.position(), value.remaining());
    return ByteBuffer.wrap(out.toByteArray());
  }
}
