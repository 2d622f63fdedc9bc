package io.mindstream.bridge.spool;

import io.mindstream.bridge.kafka.Outgoing;
import io.mindstream.bridge.kafka.RecordHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32C;

/**
 * A record as it lies on disk: a magic number, then head and value, each as length, CRC-32C and
 * bytes. All numbers are big endian. Reading throws {@link IOException} where something lacks or
 * was changed.
 *
 * @param before all before the value's own bytes
 * @param value of the record, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, compared nowhere.
record RecordFrame(byte[] before, byte[] value) {

  /** Bytes before the head. */
  private static final int BEFORE_HEAD = 12;

  private static final int BEFORE_VALUE = 8;
  private static final int MAGIC = 0x4D535031; // MSP1
  private static final int MOST_HEAD_BYTES = 1 << 17;

  /**
   * The first part of a frame.
   *
   * @param takenAt when the feed told it
   * @param bytes of this part in the file
   */
  record Start(RecordHead head, Instant takenAt, int bytes) {}

  /** The frame of a record, whose value it shares. */
  static RecordFrame of(Outgoing record, Instant takenAt) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      byte[] head = head(record.head(), takenAt);
      out.writeInt(MAGIC);
      announce(out, head);
      out.write(head);
      announce(out, record.value());
      return new RecordFrame(bytes.toByteArray(), record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes it has. */
  int length() {
    return before.length + value.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(before);
    out.write(value);
  }

  /** Reads the first part. */
  static Start start(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("it is no spooled record");
    }
    int length = in.readInt();
    if (length < 0 || length > MOST_HEAD_BYTES) {
      throw new IOException("its head is broken");
    }
    byte[] head = checked(in, length);
    DataInputStream fields = new DataInputStream(new ByteArrayInputStream(head));
    RecordHead read =
        new RecordHead(
            kind(fields.readUTF()),
            fields.readUTF(),
            instant(fields.readLong()),
            fields.readLong(),
            fields.readDouble());
    return new Start(read, instant(fields.readLong()), BEFORE_HEAD + head.length);
  }

  /**
   * Reads the value, after the first part.
   *
   * @param available bytes of the frame from here on
   */
  static byte[] value(DataInputStream in, long available) throws IOException {
    int length = in.readInt();
    if (length != available - BEFORE_VALUE) {
      throw new IOException("it is not whole");
    }
    return checked(in, length);
  }

  /** Checks that a value of the right length follows, without reading it. */
  static void requireWhole(DataInputStream in, long available) throws IOException {
    if (in.readInt() != available - BEFORE_VALUE) {
      throw new IOException("it is not whole");
    }
  }

  private static RecordHead.Kind kind(String name) throws IOException {
    try {
      return RecordHead.Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("this version knows no record of the kind " + name, e);
    }
  }

  private static byte[] head(RecordHead head, Instant takenAt) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(head.kind().name());
    out.writeUTF(head.key());
    out.writeLong(micros(head.at()));
    out.writeLong(head.index());
    out.writeDouble(head.seconds());
    out.writeLong(micros(takenAt));
    return bytes.toByteArray();
  }

  private static void announce(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.writeInt(crc(part));
  }

  private static byte[] checked(DataInputStream in, int length) throws IOException {
    int crc = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length || crc(bytes) != crc) {
      throw new IOException("its checksum does not fit");
    }
    return bytes;
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
