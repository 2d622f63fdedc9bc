package io.mindstream.bridge.net;

import java.util.Arrays;
import java.util.Random;

/** What a broken or hostile sender makes of good bytes; the same for the same seed. */
public final class Mutations {

  /** How many inputs a fuzz test tries; thousands by {@code -Dmindstream.fuzz=10000}. */
  public static final int COUNT = Integer.getInteger("mindstream.fuzz", 1000);

  private static final int MOST_CHANGES = 8;

  private final Random random;

  /** Mutations of a seed. */
  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** Bytes like the given ones, with some changed, doubled, lost or cut off. */
  public byte[] of(byte[] good) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes && bytes.length > 4; i++) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length - 4);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] = (byte) random.nextInt();
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> Arrays.fill(bytes, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
      case 3 -> Arrays.fill(bytes, at, at + 4, (byte) 0);
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        byte[] doubled = Arrays.copyOf(bytes, bytes.length + at);
        System.arraycopy(bytes, 0, doubled, bytes.length, at);
        return doubled;
      }
    }
    return bytes;
  }
}
