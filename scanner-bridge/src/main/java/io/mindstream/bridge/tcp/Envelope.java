package io.mindstream.bridge.tcp;

import io.mindstream.bridge.net.TimedInput;
import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.WireException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The bytes of a header and how long the data after it are. Some senders say both lengths first, in
 * 4 bytes each; others begin with the header.
 *
 * @param kind what came
 * @param header empty unless a volume came
 * @param layout of the header
 * @param dataBytes what the sender says that follows, where it does
 */
@SuppressWarnings("ArrayRecordComponent") // Plain bytes, handed from one caller to one.
record Envelope(Kind kind, byte[] header, HeaderLayout layout, OptionalLong dataBytes) {

  private static final int LONGEST_HEADER = 4096;
  private static final int SIZES = 8;
  private static final int MAGIC = 4;

  /** What the next bytes are. */
  enum Kind {
    VOLUME,
    /** Both lengths are zero. */
    END,
    /** The sender closed between two volumes. */
    CLOSED,
    /** The sender says nothing any more, but has not closed. */
    SILENT
  }

  /**
   * Reads up to a volume's data.
   *
   * @param patience how long the sender may wait before it begins
   * @param limit how long it may take from there
   */
  static Envelope read(TimedInput in, Duration patience, Duration limit) throws IOException {
    in.within(patience);
    int first;
    try {
      first = in.read();
    } catch (SocketTimeoutException e) {
      return empty(Kind.SILENT);
    }
    if (first < 0) {
      return empty(Kind.CLOSED);
    }
    in.within(limit);
    byte[] start = new byte[MAGIC];
    start[0] = (byte) first;
    System.arraycopy(in.exactly(MAGIC - 1), 0, start, 1, MAGIC - 1);
    return isMagic(start) ? withoutSizes(start, in) : withSizes(start, in);
  }

  private static Envelope empty(Kind kind) {
    return new Envelope(kind, new byte[0], HeaderLayout.V4, OptionalLong.empty());
  }

  private static boolean isMagic(byte[] start) {
    String text = new String(start, 0, MAGIC, StandardCharsets.ISO_8859_1);
    return text.equals("ERTI") || text.equals("SIMU");
  }

  private static Envelope withoutSizes(byte[] start, TimedInput in) throws IOException {
    byte[] version = join(start, in.exactly(HeaderLayout.SERIES_UID - MAGIC));
    HeaderLayout layout =
        new LittleFields(version).i32(HeaderLayout.VERSION) == 3
            ? HeaderLayout.V3
            : HeaderLayout.V4;
    byte[] header = join(version, in.exactly(layout.bytes() - version.length));
    return new Envelope(Kind.VOLUME, header, layout, OptionalLong.empty());
  }

  private static Envelope withSizes(byte[] start, TimedInput in) throws IOException {
    LittleFields sizes = new LittleFields(join(start, in.exactly(SIZES - MAGIC)));
    long headerBytes = sizes.u32(0);
    long dataBytes = sizes.u32(MAGIC);
    if (headerBytes == 0 && dataBytes == 0) {
      return empty(Kind.END);
    }
    if (headerBytes < HeaderLayout.V3.bytes() || headerBytes > LONGEST_HEADER) {
      throw WireException.field(
          "size of header",
          headerBytes,
          "a connection begins with ERTI or SIMU, or with sizes of header (552, or 616 and more) and data in 4 bytes each, little endian; check that the sender speaks MURFI's format");
    }
    byte[] header = in.exactly((int) headerBytes);
    if (!isMagic(header)) {
      throw WireException.field(
          "magic", Arrays.toString(Arrays.copyOf(header, MAGIC)), "it is ERTI or SIMU");
    }
    HeaderLayout layout = headerBytes < HeaderLayout.V4.bytes() ? HeaderLayout.V3 : HeaderLayout.V4;
    return new Envelope(Kind.VOLUME, header, layout, OptionalLong.of(dataBytes));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
