package io.mindstream.decoder.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseSourceTest {

  /** Known answers of the authors' library Random123 (kat_vectors, philox4x32 10). */
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void shouldGiveTheKnownAnswersOfPhilox(String counter, String key, String expected) {
    int[] words = words(counter);
    Philox.block(words, words(key)[0], words(key)[1]);
    assertThat(words).containsExactly(words(expected));
  }

  @Test
  void shouldGiveTheSameValueAtAPositionWhateverTheCount() {
    float[] many = NoiseSource.standardNormal(42, 1001);
    float[] few = NoiseSource.standardNormal(42, 7);
    assertThat(few).containsExactly(Arrays.copyOf(many, 7));
  }

  @Test
  void shouldFollowTheDocumentedFormula() {
    int[] w = new int[4];
    Philox.block(w, 1, 2);
    double u0 = (Integer.toUnsignedLong(w[0]) + 0.5) / 4294967296.0;
    double u1 = (Integer.toUnsignedLong(w[1]) + 0.5) / 4294967296.0;
    float expected = (float) (Math.sqrt(-2 * Math.log(u0)) * Math.cos(2 * Math.PI * u1));
    assertThat(NoiseSource.standardNormal(2L << 32 | 1, 1)[0]).isCloseTo(expected, within(1e-6f));
  }

  @Test
  void shouldHaveTheMomentsOfAStandardNormal() {
    float[] noise = NoiseSource.standardNormal(NoiseSeed.of("run", 0, 0, "model"), 200_000);
    double mean = IntStream.range(0, noise.length).mapToDouble(i -> noise[i]).average().orElse(9);
    double square =
        IntStream.range(0, noise.length)
            .mapToDouble(i -> (double) noise[i] * noise[i])
            .average()
            .orElse(9);
    assertThat(mean).isCloseTo(0, within(0.01));
    assertThat(square).isCloseTo(1, within(0.01));
  }

  @Test
  void shouldSeedEverySampleOfEveryTrialDifferently() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> NoiseSeed.of("sub-01_task-a", i / 10, i % 10, "m"))
                .distinct())
        .hasSize(1000);
  }

  @Test
  void shouldKeepTheDocumentedSeed() {
    // first 8 bytes of: printf 'sub-01_task-a|7|2|tiny' | sha256sum
    assertThat(Long.toHexString(NoiseSeed.of("sub-01_task-a", 7, 2, "tiny")))
        .isEqualTo("65a732d4aeed0d3a");
  }

  private static int[] words(String hex) {
    return Arrays.stream(hex.split(" ")).mapToInt(w -> Integer.parseUnsignedInt(w, 16)).toArray();
  }
}
