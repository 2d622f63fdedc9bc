package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.training.TrainingSet;
import io.mindstream.lab.training.TrialMixing.MixedTrial;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeMixingTest {

  private static final int TRIALS = 200;
  private static final int FACE = 0;
  private static final int HOUSE = 1;

  private static final RgbImage PICTURE = Drawings.typical(Category.of("house").orElseThrow(), 16);

  /** The first voxel is 1 for houses and -1 for faces; the second tells nothing. */
  private final TrainingSet recorded =
      TrainingSet.of(
          IntStream.range(0, TRIALS)
              .mapToObj(i -> new float[] {house(i) ? 1 : -1, (float) Math.sin(i)})
              .toArray(float[][]::new),
          IntStream.range(0, TRIALS).mapToObj(i -> PICTURE).toList(),
          IntStream.range(0, TRIALS).mapToObj(i -> house(i) ? "house" : "face").toList(),
          "roi");

  private final List<MixedTrial> mixed = mix(1);

  @Test
  void shouldShowAMixtureAsItsSideOfTheBoundary() {
    assertThat(mixed)
        .filteredOn(trial -> Math.abs(trial.vector()[0]) > 0.2)
        .hasSizeGreaterThan(TRIALS / 2)
        .allSatisfy(trial -> assertThat(house(trial.shown())).isEqualTo(trial.vector()[0] > 0));
  }

  @Test
  void shouldShowSomeTrialsUnlikeTheRecordedOnesThatTheyBeganAs() {
    assertThat(IntStream.range(0, TRIALS)).anyMatch(i -> house(mixed.get(i).shown()) != house(i));
  }

  @Test
  void shouldBeSurerOfATrialThatIsFartherFromTheBoundary() {
    assertThat(nearest(0.8f).shares()[HOUSE]).isGreaterThan(nearest(0.2f).shares()[HOUSE]);
  }

  @Test
  void shouldShareAllOfEachTrial() {
    assertThat(mixed)
        .allSatisfy(
            trial ->
                assertThat(trial.shares()[FACE] + trial.shares()[HOUSE])
                    .isCloseTo(1, within(1e-6f)));
  }

  @Test
  void shouldLeaveTheRecordedVectorsAlone() {
    assertThat(recorded.vectors()[3]).containsExactly(-1, (float) Math.sin(3));
  }

  @Test
  void shouldMakeTheSameTrialsOfTheSameSeed() {
    assertThat(mix(1).get(7).vector()).isEqualTo(mixed.get(7).vector());
  }

  @Test
  void shouldMakeOtherTrialsOfAnotherSeed() {
    assertThat(mix(2).get(7).vector()).isNotEqualTo(mixed.get(7).vector());
  }

  private List<MixedTrial> mix(long seed) {
    RidgeMixing mixing = RidgeMixing.of(recorded);
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, TRIALS).mapToObj(i -> mixing.mix(recorded, i, random)).toList();
  }

  private MixedTrial nearest(float value) {
    return mixed.stream()
        .min(Comparator.comparing(trial -> Math.abs(trial.vector()[0] - value)))
        .orElseThrow();
  }

  private static boolean house(int trial) {
    return trial % 2 == 0;
  }
}
