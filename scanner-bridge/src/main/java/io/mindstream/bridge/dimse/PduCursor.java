package io.mindstream.bridge.dimse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads fields, big endian, and never past the end of what is there. For one thread. */
final class PduCursor {

  private final ByteBuffer bytes;

  PduCursor(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  private PduCursor(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  int u8() throws DimseException {
    return Byte.toUnsignedInt(require(1).get());
  }

  int u16() throws DimseException {
    return Short.toUnsignedInt(require(2).getShort());
  }

  long u32() throws DimseException {
    return Integer.toUnsignedLong(require(4).getInt());
  }

  /** A cursor over the next bytes; this one goes on after them. */
  PduCursor part(long length) throws DimseException {
    ByteBuffer part = require(length).slice().limit((int) length);
    bytes.position(bytes.position() + (int) length);
    return new PduCursor(part.slice());
  }

  PduCursor skip(int length) throws DimseException {
    part(length);
    return this;
  }

  /** The rest as text, without the blanks and zeros that pad it. */
  String text() {
    return StandardCharsets.ISO_8859_1.decode(bytes).toString().replace('\0', ' ').strip();
  }

  /** The rest. */
  ByteBuffer rest() {
    return bytes;
  }

  private ByteBuffer require(long length) throws DimseException {
    if (length > bytes.remaining()) {
      throw new DimseException(
          AbortReason.INVALID_PARAMETER,
          "a field needs %d bytes where %d are left".formatted(length, bytes.remaining()));
    }
    return bytes;
  }
}
