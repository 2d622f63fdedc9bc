package io.mindstream.bridge.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields, big endian. For one thread. */
final class PduBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PduBytes u8(int value) {
    bytes.write(value);
    return this;
  }

  PduBytes u16(int value) {
    return u8(value >> 8).u8(value);
  }

  PduBytes u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  PduBytes text(String text) {
    return all(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** An AE title: 16 characters. */
  PduBytes title(String title) {
    return text("%-16s".formatted(title));
  }

  PduBytes all(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  PduBytes zeros(int count) {
    return all(new byte[count]);
  }

  /** An item or sub-item: type, length of two bytes, content. */
  PduBytes item(int type, PduBytes content) {
    return u8(type).u8(0).u16(content.bytes.size()).all(content.bytes.toByteArray());
  }

  /** What was written, as the body of a PDU. */
  byte[] pdu(PduType type) {
    byte[] body = bytes.toByteArray();
    return new PduBytes().u8(type.code()).u8(0).u32(body.length).all(body).bytes.toByteArray();
  }
}
