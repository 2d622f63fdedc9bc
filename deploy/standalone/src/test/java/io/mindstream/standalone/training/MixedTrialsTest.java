package io.mindstream.standalone.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedTrialsTest {

  private static final int TRIALS = 200;

  /** The first voxel is 1 for houses and -1 for faces; the second tells nothing. */
  private final float[][] recorded =
      IntStream.range(0, TRIALS)
          .mapToObj(i -> new float[] {i % 2 == 0 ? 1 : -1, (float) Math.sin(i)})
          .toArray(float[][]::new);

  private final List<String> types =
      IntStream.range(0, TRIALS).mapToObj(i -> i % 2 == 0 ? "house" : "face").toList();

  private final MixedTrials mixed = MixedTrials.of(recorded, types, new SplittableRandom(1));

  @Test
  void shouldNameAMixtureAfterItsSideOfTheBoundary() {
    assertThat(IntStream.range(0, TRIALS))
        .filteredOn(i -> Math.abs(mixed.vectors()[i][0]) > 0.2)
        .hasSizeGreaterThan(TRIALS / 2)
        .allSatisfy(
            i ->
                assertThat(mixed.types().get(i))
                    .isEqualTo(mixed.vectors()[i][0] > 0 ? "house" : "face"));
  }

  @Test
  void shouldNameSomeTrialsUnlikeTheRecordedOnesThatTheyBeganAs() {
    assertThat(mixed.types()).isNotEqualTo(types);
  }

  @Test
  void shouldLeaveTheRecordedVectorsAlone() {
    assertThat(recorded[3]).containsExactly(-1, (float) Math.sin(3));
  }

  @Test
  void shouldMakeTheSameTrialsOfTheSameSeed() {
    MixedTrials again = MixedTrials.of(recorded, types, new SplittableRandom(1));
    assertThat(again.vectors()).isDeepEqualTo(mixed.vectors());
  }
}
