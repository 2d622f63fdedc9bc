package io.mindstream.storage.recording;

import io.mindstream.schemas.checksum.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part into a file: Avro's container format, zstd. The same records give the same bytes.
 * At most one block, or one record where that is larger, is in memory. For one thread.
 */
public final class PartWriter implements AutoCloseable {

  private static final int LEVEL = 3;
  private static final int SYNC_BYTES = 16;

  private final PartId id;
  private final Path file;
  private final MessageDigest sha256 = Sha256.digest();
  private final DataFileWriter<GenericRecord> writer;
  private long lastOffset;
  private int records;
  private long pending;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;

  /**
   * Makes the file, or empties it.
   *
   * @param valueSchema the schema that the values were written in
   * @throws UncheckedIOException where the file cannot be written
   */
  public PartWriter(PartId id, Schema valueSchema, Path file) {
    this.id = id;
    this.file = file;
    Schema envelope = RecordEnvelope.schema(valueSchema);
    try {
      OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256);
      this.writer =
          new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(envelope))
              .setCodec(CodecFactory.zstandardCodec(LEVEL, true))
              .setMeta("mindstream.topic", id.topic())
              .setMeta("mindstream.topic-id", id.first().topicId())
              .create(envelope, out, sync());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Avro would take random bytes, and no two files of the same records would be the same. */
  private byte[] sync() {
    MessageDigest digest = Sha256.digest();
    digest.update(id.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(), SYNC_BYTES);
  }

  /**
   * Appends a record of the part's partition, behind those before it.
   *
   * @param value Avro bytes in the part's value schema, known to be whole
   */
  public void append(long offset, long timestamp, @Nullable String key, ByteBuffer value) {
    ByteBuffer record =
        RecordEnvelope.encode(id.first().partition(), offset, timestamp, key, value);
    try {
      pending += record.remaining();
      writer.appendEncoded(record);
      lastOffset = offset;
      records++;
      firstAt = Math.min(firstAt, timestamp);
      lastAt = Math.max(lastAt, timestamp);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of its records so far, before compression. */
  public long size() {
    return pending;
  }

  /** Its first record, by which it is named. */
  public PartId id() {
    return id;
  }

  /** Where it is written. */
  public Path file() {
    return file;
  }

  /** Ends the file; a second call does nothing. */
  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The part's line in the index. For a closed part, once.
   *
   * @param folder of the recording; ends with a slash
   */
  public RecordingIndex.Part entry(String folder) {
    try {
      return new RecordingIndex.Part(
          folder + id.name(),
          id.topic(),
          id.first().topicId(),
          id.first().partition(),
          id.first().offset(),
          lastOffset,
          records,
          Files.size(file),
          Sha256.hex(sha256),
          Instant.ofEpochMilli(firstAt),
          Instant.ofEpochMilli(lastAt));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
