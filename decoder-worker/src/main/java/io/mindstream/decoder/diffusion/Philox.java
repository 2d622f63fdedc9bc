package io.mindstream.decoder.diffusion;

/**
 * Philox4x32-10, a counter-based generator: a pure function of key and counter (Salmon et al.,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011; the authors' library is Random123). The
 * test holds the vectors of that library.
 */
final class Philox {

  private static final int ROUNDS = 10;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;

  private Philox() {}

  /**
   * Four random words.
   *
   * @param c (4): the counter, lowest word first; overwritten with the result
   * @param key0 low word of the key
   * @param key1 high word of the key
   */
  static void block(int[] c, int key0, int key1) {
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = M0 * Integer.toUnsignedLong(c[0]);
      long p1 = M1 * Integer.toUnsignedLong(c[2]);
      c[0] = (int) (p1 >>> 32) ^ c[1] ^ k0;
      c[2] = (int) (p0 >>> 32) ^ c[3] ^ k1;
      c[1] = (int) p1;
      c[3] = (int) p0;
      k0 += W0;
      k1 += W1;
    }
  }
}
