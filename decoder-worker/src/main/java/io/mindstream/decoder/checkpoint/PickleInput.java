package io.mindstream.decoder.checkpoint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle. Never reads, nor allocates, more than is there. */
final class PickleInput {

  private static final int LONGEST_INTEGER = 1024;
  private static final int LONGEST_LINE = 1 << 16;

  private final ByteBuffer bytes;

  PickleInput(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  private void require(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new CheckpointException("its pickle ends too early; the file is cut short or damaged");
    }
  }

  int unsignedByte() {
    require(Byte.BYTES);
    return Byte.toUnsignedInt(bytes.get());
  }

  int unsignedShort() {
    require(Short.BYTES);
    return Short.toUnsignedInt(bytes.getShort());
  }

  int int32() {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long int64() {
    require(Long.BYTES);
    return bytes.getLong();
  }

  /** Pickles hold doubles big endian. */
  double float64() {
    return Double.longBitsToDouble(Long.reverseBytes(int64()));
  }

  byte[] bytes(long count) {
    require(count);
    byte[] read = new byte[(int) count];
    bytes.get(read);
    return read;
  }

  String text(long count) {
    return new String(bytes(count), StandardCharsets.UTF_8);
  }

  String text(long count, Charset charset) {
    return new String(bytes(count), charset);
  }

  /** Text up to a line feed. */
  String line() {
    int begin = bytes.position();
    int limit = Math.min(bytes.limit(), begin + LONGEST_LINE);
    int end = begin;
    while (end < limit && bytes.get(end) != '\n') {
      end++;
    }
    require(end < limit ? 0 : -1);
    String line = text(end - begin);
    bytes.get();
    return line;
  }

  /** A two's complement integer, little endian: a Long where it fits. */
  Number integer(long length) {
    if (length > LONGEST_INTEGER) {
      throw new CheckpointException("its pickle holds an integer of " + length + " bytes");
    }
    byte[] little = bytes(length);
    byte[] big = new byte[little.length + 1];
    for (int i = 0; i < little.length; i++) {
      big[big.length - 1 - i] = little[i];
    }
    big[0] = little.length > 0 && little[little.length - 1] < 0 ? (byte) -1 : 0;
    BigInteger value = new BigInteger(big);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }
}
