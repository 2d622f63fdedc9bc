package io.mindstream.decoder.diffusion;

/**
 * Standard normal noise as a pure function of seed and position, so that it is the same on every
 * machine and needs no state.
 *
 * <p>Values 4i to 4i + 3 come from the four words w of {@link Philox} with the counter (low word of
 * i, high word of i, 0, 0) and the key (low word of the seed, high word of the seed): u = (w + 0.5)
 * / 2^32, and by Box and Muller (1958) each pair (u0, u1) gives r cos(2 pi u1), r sin(2 pi u1) with
 * r = sqrt(-2 ln u0), in float64 by StrictMath, rounded to float32.
 */
public final class NoiseSource {

  private static final double TWO_TO_32 = 4294967296.0;

  private NoiseSource() {}

  /**
   * The first values of a seed's noise.
   *
   * @param seed the seed, as {@link NoiseSeed} makes it
   * @param count how many
   * @return (count), the caller's to keep
   */
  public static float[] standardNormal(long seed, int count) {
    float[] noise = new float[count];
    int[] words = new int[4];
    for (int at = 0; at < count; at += 4) {
      int block = at / 4;
      words[0] = block;
      words[1] = 0;
      words[2] = 0;
      words[3] = 0;
      Philox.block(words, (int) seed, (int) (seed >>> 32));
      pair(words[0], words[1], noise, at);
      pair(words[2], words[3], noise, at + 2);
    }
    return noise;
  }

  private static void pair(int w0, int w1, float[] into, int at) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(unit(w0)));
    double angle = 2 * Math.PI * unit(w1);
    store(into, at, radius * StrictMath.cos(angle));
    store(into, at + 1, radius * StrictMath.sin(angle));
  }

  private static void store(float[] into, int at, double value) {
    if (at < into.length) {
      into[at] = (float) value;
    }
  }

  private static double unit(int word) {
    return (Integer.toUnsignedLong(word) + 0.5) / TWO_TO_32;
  }
}
