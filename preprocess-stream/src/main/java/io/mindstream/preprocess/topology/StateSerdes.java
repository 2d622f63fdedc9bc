package io.mindstream.preprocess.topology;

import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.ScannerRecord;
import io.mindstream.preprocess.run.TrialMark;
import io.mindstream.preprocess.run.VolumeRow;
import io.mindstream.schemas.failure.DeadLetters.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Compact bytes of what the stores hold. Numbers are big endian, times are microseconds since
 * 1970-01-01 UTC.
 */
final class StateSerdes {

  private static final int ROW_HEADER_BYTES = 4 + 1 + 3 * Long.BYTES;

  private StateSerdes() {}

  /** Order, late, three times, then the values as float32. */
  static Serde<VolumeRow> rows() {
    return Serdes.serdeFrom(
        (topic, row) -> row == null ? null : encode(row),
        (topic, bytes) -> bytes == null ? null : decodeRow(ByteBuffer.wrap(bytes)));
  }

  /** The linear indices as int32. */
  static Serde<RoiVoxels> rois() {
    return Serdes.serdeFrom(
        (topic, roi) -> roi == null ? null : encode(roi.indices()),
        (topic, bytes) -> bytes == null ? null : RoiVoxels.ofChecked(ints(bytes)));
  }

  /** A record with its origin. */
  static Serde<ScannerRecord> records() {
    return serde(StateSerdes::write, StateSerdes::readRecord);
  }

  /** Time of the stimulus, then the event's record where it is still pending. */
  static Serde<TrialMark> trials() {
    return serde(StateSerdes::write, StateSerdes::readMark);
  }

  static <T> Serde<T> serde(Writer<T> writer, Reader<T> reader) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : bytes(writer, value),
        (topic, bytes) -> bytes == null ? null : value(reader, bytes));
  }

  static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  private static byte[] encode(VolumeRow row) {
    ByteBuffer out = ByteBuffer.allocate(ROW_HEADER_BYTES + Float.BYTES * row.values().length);
    out.putInt(row.order()).put((byte) (row.late() ? 1 : 0)).putLong(row.timestamp());
    out.putLong(micros(row.acquiredAt())).putLong(micros(row.receivedAt()));
    out.asFloatBuffer().put(row.values());
    return out.array();
  }

  private static VolumeRow decodeRow(ByteBuffer in) {
    int order = in.getInt();
    boolean late = in.get() == 1;
    long timestamp = in.getLong();
    Instant acquiredAt = instant(in.getLong());
    Instant receivedAt = instant(in.getLong());
    float[] values = new float[in.remaining() / Float.BYTES];
    in.asFloatBuffer().get(values);
    return new VolumeRow(order, late, timestamp, acquiredAt, receivedAt, values);
  }

  private static byte[] encode(int[] indices) {
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * indices.length);
    out.asIntBuffer().put(indices);
    return out.array();
  }

  private static int[] ints(byte[] bytes) {
    int[] ints = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
    return ints;
  }

  private static void write(ScannerRecord record, DataOutputStream out) throws IOException {
    out.writeUTF(record.origin().topic());
    out.writeInt(record.origin().partition());
    out.writeLong(record.origin().offset());
    out.writeLong(record.timestamp());
    out.writeLong(record.readAt());
    writeBytes(out, record.key());
    writeBytes(out, record.value());
  }

  private static ScannerRecord readRecord(DataInputStream in) throws IOException {
    Origin origin = new Origin(in.readUTF(), in.readInt(), in.readLong());
    return new ScannerRecord(origin, in.readLong(), in.readLong(), readBytes(in), readBytes(in));
  }

  private static void write(TrialMark mark, DataOutputStream out) throws IOException {
    out.writeLong(micros(mark.occurredAt()));
    out.writeBoolean(mark.pending() != null);
    if (mark.pending() != null) {
      write(mark.pending(), out);
    }
  }

  private static TrialMark readMark(DataInputStream in) throws IOException {
    Instant occurredAt = instant(in.readLong());
    return new TrialMark(occurredAt, in.readBoolean() ? readRecord(in) : null);
  }

  private static <T> byte[] bytes(Writer<T> writer, T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writer.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T value(Reader<T> reader, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @FunctionalInterface
  interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }
}
