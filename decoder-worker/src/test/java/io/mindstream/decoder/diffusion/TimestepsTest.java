package io.mindstream.decoder.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestepsTest {

  @Test
  void shouldVisitEveryFourthTimestepFromOneFor250Steps() {
    assertThat(Timesteps.strided(1000, 250).ascending())
        .isEqualTo(IntStream.rangeClosed(0, 249).map(k -> 4 * k + 1).boxed().toList());
  }

  @Test
  void shouldGive500TimestepsFor400StepsLikeThePublicCode() {
    assertThat(Timesteps.strided(1000, 400).count()).isEqualTo(500);
  }

  @Test
  void shouldFollowThePublicFormulaWhereverItStaysInRange() {
    for (int s = 1; s <= 1000; s++) {
      List<Integer> formula = formula(s);
      if (formula.get(formula.size() - 1) < 1000) {
        assertThat(Timesteps.strided(1000, s).ascending()).as("S = %d", s).isEqualTo(formula);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 27, 36, 37, 101, 111, 251, 300, 333})
  void shouldMoveTheLastTimestepIntoTheScheduleWhereThePublicCodeFails(int steps) {
    List<Integer> formula = formula(steps);
    List<Integer> visited = Timesteps.strided(1000, steps).ascending();
    assertThat(formula).last().isEqualTo(1000);
    assertThat(visited).hasSameSizeAs(formula).last().isEqualTo(999);
    assertThat(visited.subList(0, visited.size() - 1))
        .isEqualTo(formula.subList(0, formula.size() - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 750, 1000})
  void shouldVisitNoTimestepTwiceWithAStrideOfOne(int steps) {
    assertThat(Timesteps.strided(1000, steps).ascending())
        .isEqualTo(IntStream.rangeClosed(1, 999).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20, 50, 250, 600, 999})
  void shouldSpaceSolverTimestepsFromTheNoisiestDownToAboveZero(int steps) {
    Timesteps spaced = Timesteps.quadratic(1000, steps);
    assertThat(spaced.count()).isEqualTo(steps);
    assertThat(spaced.tau(steps - 1)).isEqualTo(999);
    assertThat(spaced.tau(0)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void shouldSayWhichStepsArePossible(int steps) {
    assertThatThrownBy(() -> Timesteps.strided(1000, steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 1000");
  }

  private static List<Integer> formula(int steps) {
    int stride = 1000 / steps;
    return IntStream.iterate(0, tau -> tau < 1000, tau -> tau + stride)
        .map(tau -> tau + 1)
        .boxed()
        .toList();
  }
}
