package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RigidBodyTest {

  private static final RigidBody BODY = RigidBody.ofMotion(1.5, -2, 3, 4, -5, 6);
  private static final double[] ORIGIN = {0, 0, 0};

  @Test
  void shouldGiveMotionInMillimetresAndDegrees() {
    assertThat(BODY.motion()).containsExactly(new double[] {1.5, -2, 3, 4, -5, 6}, within(1e-12));
  }

  @Test
  void shouldTurnAboutXFirstAndThenAboutZ() {
    RigidBody body = RigidBody.ofMotion(0, 0, 0, 90, 0, 90);
    assertThat(body.about(ORIGIN).apply(0, 1, 0))
        .containsExactly(new double[] {0, 0, 1}, within(1e-12));
  }

  @Test
  void shouldTurnToTheLeftAboutTheAxisThatPointsUp() {
    RigidBody body = RigidBody.ofMotion(0, 0, 0, 0, 0, 90);
    assertThat(body.about(ORIGIN).apply(1, 0, 0))
        .containsExactly(new double[] {0, 1, 0}, within(1e-12));
  }

  @Test
  void shouldMoveTheCentreByTheTranslationAlone() {
    assertThat(BODY.about(new double[] {10, 20, 30}).apply(10, 20, 30))
        .containsExactly(new double[] {11.5, 18, 33}, within(1e-12));
  }

  @Test
  void shouldBeUndoneByItsInverse() {
    assertThat(BODY.after(BODY.inverse()).motion()).containsExactly(new double[6], within(1e-12));
  }

  @Test
  void shouldComposeAsItsMapsDo() {
    RigidBody other = RigidBody.ofMotion(-7, 8, 9, 10, 11, -12);
    double[] centre = {3, 2, 1};
    double[] expected = BODY.about(centre).after(other.about(centre)).apply(4, 5, 6);
    assertThat(BODY.after(other).about(centre).apply(4, 5, 6))
        .containsExactly(expected, within(1e-9));
  }

  @Test
  void shouldRefuseAMotionOfFiveNumbers() {
    assertThatThrownBy(() -> RigidBody.ofMotion(1, 2, 3, 4, 5))
        .hasMessage("a motion has 6 numbers, got 5");
  }
}
