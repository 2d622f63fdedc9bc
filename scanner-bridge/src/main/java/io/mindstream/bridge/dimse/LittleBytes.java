package io.mindstream.bridge.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields, little endian. For one thread. */
public final class LittleBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Nothing is written yet. */
  public LittleBytes() {}

  /** The lower 16 bits. */
  public LittleBytes u16(int value) {
    bytes.write(value);
    bytes.write(value >> 8);
    return this;
  }

  /** 32 bits. */
  public LittleBytes u32(int value) {
    return u16(value).u16(value >>> 16);
  }

  /** Bytes as they are. */
  public LittleBytes all(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** ASCII text as it is. */
  public LittleBytes text(String text) {
    return all(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Text of an even length, as every DICOM value has one. */
  LittleBytes even(String text, char padding) {
    return text(text.length() % 2 == 0 ? text : text + padding);
  }

  /** What was written. */
  public byte[] toArray() {
    return bytes.toByteArray();
  }
}
