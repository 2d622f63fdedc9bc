package io.mindstream.schemas.serde;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.kafka.MessageLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records to bytes and back, in Confluent wire format: a zero byte, the writer schema's
 * registry id as four bytes, big endian, and the Avro binary. May be shared by threads.
 *
 * @param <T> the generated record
 */
public final class AvroCodec<T extends SpecificRecord> {

  /** Most items of an array: voxels of an ROI. */
  private static final int MAX_ITEMS = MessageLimits.MAX_REQUEST_BYTES / Float.BYTES;

  static {
    // Avro believes a length it reads and allocates that much, unless told otherwise before its
    // decoder is loaded; a broken record must not cost the service its memory.
    limit("org.apache.avro.limits.bytes.maxLength", MessageLimits.MAX_REQUEST_BYTES);
    limit("org.apache.avro.limits.string.maxLength", MessageLimits.MAX_REQUEST_BYTES);
    limit("org.apache.avro.limits.collectionItems.maxLength", MAX_ITEMS);
  }

  /** Most records but volumes and pictures are smaller. */
  private static final int SMALL = 1024;

  private final String subject;
  private final Class<T> type;
  private final Schema schema;
  private final SchemaRegistry registry;
  private volatile int id = -1;

  /**
   * A codec for one subject.
   *
   * @param subject where the writer's schema is registered, {@code TOPIC-value}
   */
  public AvroCodec(String subject, Class<T> type, SchemaRegistry registry) {
    this.subject = subject;
    this.type = type;
    this.schema = SpecificData.get().getSchema(type);
    this.registry = registry;
  }

  /**
   * The record's bytes. The first call registers the schema.
   *
   * @throws RegistryUnavailableException where the registry does not answer
   * @throws IncompatibleSchemaException where the registry refuses the schema
   */
  public byte[] encode(T value) {
    try {
      FixedBytes out = write(value, SMALL);
      return out.full() ? write(value, out.count()).all() : out.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Large records are written twice, first to be measured: an array that grows costs more. */
  private FixedBytes write(T value, int length) throws IOException {
    FixedBytes out = new FixedBytes(length);
    out.write(WireFormat.MAGIC);
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(writerId()).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<>(type).write(value, encoder);
    encoder.flush();
    return out;
  }

  /**
   * The record in the bytes.
   *
   * @throws PipelineException with {@link FailureCode#UNDECODABLE} where they hold none; the record
   *     can never be read
   * @throws RegistryUnavailableException where the registry does not answer; another try may help
   */
  public T decode(byte @Nullable [] bytes) {
    if (bytes == null || !WireFormat.isRecord(bytes)) {
      throw undecodable("no Confluent header: it must start with a zero byte and a schema id");
    }
    int writer = WireFormat.schemaId(bytes);
    return read(bytes, writer, writerSchema(writer));
  }

  /**
   * The record in what is left of a buffer, whose position stays.
   *
   * @throws PipelineException as {@link #decode(byte[])}
   */
  public T decode(ByteBuffer buffer) {
    return decode(Bytes.of(buffer));
  }

  private Schema writerSchema(int writer) {
    try {
      return registry.byId(writer);
    } catch (UnknownSchemaException e) {
      throw undecodable("the registry has no schema " + writer);
    }
  }

  private T read(byte[] bytes, int writer, Schema writerSchema) {
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, null);
    try {
      T value = type.cast(new SpecificDatumReader<T>(writerSchema, schema).read(null, decoder));
      if (decoder.isEnd()) {
        return value;
      }
    } catch (IOException | RuntimeException e) { // Avro throws a dozen kinds on broken bytes.
      throw undecodable("schema " + writer + " does not fit them (" + e + ")");
    }
    throw undecodable("bytes are left over after the record");
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(value));
    }
  }

  private int writerId() {
    if (id < 0) {
      id = registry.register(subject, schema);
    }
    return id;
  }

  private PipelineException undecodable(String why) {
    return new PipelineException(
        FailureCode.UNDECODABLE,
        "the bytes are not a " + type.getSimpleName() + " of " + subject + ": " + why);
  }
}
