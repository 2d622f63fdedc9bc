package io.mindstream.preprocess.state;

import io.mindstream.schemas.failure.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Values of one store as bytes: the version of {@link StateFormat} in one byte, then the fields.
 * Bytes of another version, too few and too many are refused, never read as something else.
 *
 * @param store the store's name, for the failure
 * @param writer writes the fields
 * @param reader reads what the writer wrote
 */
record VersionedSerde<T>(String store, Writer<T> writer, Reader<T> reader) {

  /** The serde of a store. */
  static <T> Serde<T> of(String store, Writer<T> writer, Reader<T> reader) {
    VersionedSerde<T> serde = new VersionedSerde<>(store, writer, reader);
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : serde.write(value),
        (topic, bytes) -> bytes == null ? null : serde.read(topic, bytes));
  }

  private byte[] write(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(StateFormat.VERSION);
      writer.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The value; {@code changelog} is the topic that holds the same bytes. */
  private T read(String changelog, byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != StateFormat.VERSION) {
      throw StoredStateException.ofFormat(store, changelog, bytes.length == 0 ? -1 : bytes[0]);
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      T value = reader.read(in);
      if (in.available() > 0) {
        throw new IOException(in.available() + " bytes are left over");
      }
      return value;
    } catch (IOException | IllegalArgumentException | PipelineException e) {
      throw StoredStateException.broken(store, changelog, e);
    }
  }

  /** Writes a value's fields. */
  @FunctionalInterface
  interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads a value's fields, all of them. */
  @FunctionalInterface
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }
}
