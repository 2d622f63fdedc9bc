package io.mindstream.preprocess.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: run id, a zero byte, then numbers as eight bytes, big endian. They sort by
 * run, then by number, and a run's keys lie together. Run ids are checked before: they hold no zero
 * byte.
 */
final class StoreKeys {

  private static final byte SEPARATOR = 0;

  private StoreKeys() {}

  /** The key of some numbers, 0 or more each, of a run. */
  static Bytes of(String runId, long... numbers) {
    byte[] run = runId.getBytes(StandardCharsets.UTF_8);
    ByteBuffer key = ByteBuffer.allocate(run.length + 1 + Long.BYTES * numbers.length);
    key.put(run).put(SEPARATOR);
    for (long number : numbers) {
      key.putLong(number);
    }
    return Bytes.wrap(key.array());
  }

  /** Above every key of the run. */
  static Bytes end(String runId) {
    byte[] key = of(runId).get();
    key[key.length - 1] = SEPARATOR + 1;
    return Bytes.wrap(key);
  }

  /** The run of a key that has {@code numbers} numbers. */
  static String runId(Bytes key, int numbers) {
    int length = key.get().length - 1 - Long.BYTES * numbers;
    return new String(key.get(), 0, length, StandardCharsets.UTF_8);
  }

  /** The last number of a key. */
  static int lastNumber(Bytes key) {
    return number(key, 1);
  }

  /** A number of a key, counted from its end: 1 is the last. */
  static int number(Bytes key, int fromEnd) {
    byte[] bytes = key.get();
    long number = ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES * fromEnd);
    return Math.toIntExact(number);
  }
}
