package io.mindstream.preprocess.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.EventWindow;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialWindowTest {

  @ParameterizedTest(name = "onset {0} s, duration {1} s, TR {2} s: volumes {3} to {4}")
  @CsvSource({
    // The first events of Haxby's runs: 22.5 s blocks at TR 2.5 s, 5 s later.
    "15.0, 22.5, 2.5, 8, 16",
    "52.5, 22.5, 2.5, 23, 31",
    "87.5, 22.5, 2.5, 37, 45",
    "122.5, 22.5, 2.5, 51, 59",
    // A volume that starts at the window's end is outside, one at its start inside.
    "0, 4, 2, 3, 4",
    "1, 4, 2, 3, 4",
    "1.1, 4, 2, 4, 5",
    // Binary fractions: 0.8 * 9 = 7.2 exactly in decimal only.
    "2.2, 8, 0.8, 9, 18",
    // The window may begin before the stimulus' run does, as long as its volumes do not.
    "-5, 4, 2, 0, 1"
  })
  void shouldHoldTheVolumesThatStartInTheSpan(
      double onset, double duration, double tr, int first, int last) {
    assertThat(WindowMode.PerEvent.STANDARD.window(onset, duration, tr))
        .isEqualTo(new TrialWindow(first, last));
  }

  @Test
  void shouldGiveAnImpulseTheNextVolume() {
    assertThat(WindowMode.PerEvent.STANDARD.window(0, 0, 2)).isEqualTo(new TrialWindow(3, 3));
  }

  @Test
  void shouldPreferTheConfiguredLengthToTheEventsDuration() {
    WindowMode.PerEvent mode =
        new WindowMode.PerEvent(Duration.ZERO, Optional.of(Duration.ofSeconds(6)));

    assertThat(mode.window(2, 100, 2)).isEqualTo(new TrialWindow(1, 3));
  }

  @Test
  void shouldPreferWhatTheEventAsksFor() {
    WindowMode.PerEvent mode =
        new WindowMode.PerEvent(Duration.ZERO, Optional.of(Duration.ofSeconds(6)));
    EventWindow own = new EventWindow(Optional.of(4.0), Optional.of(2.0));

    assertThat(mode.window(2, 100, own, 2)).isEqualTo(new TrialWindow(3, 3));
  }

  @Test
  void shouldCutARunInFixedWindows() {
    assertThat(WindowMode.Fixed.STANDARD.window(2, 2.5)).isEqualTo(new TrialWindow(7, 9));
  }

  @Test
  void shouldRefuseAWindowThatBeginsBeforeTheFirstVolume() {
    assertThatThrownBy(() -> WindowMode.PerEvent.STANDARD.window(-8, 4, 2))
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.EVENT_OUTSIDE_RUN));
  }

  @ParameterizedTest
  @CsvSource({"1e300, 1", "1, 1e300", "-1e300, 1"})
  void shouldRefuseASpanThatNoRunReaches(double onset, double duration) {
    assertThatThrownBy(() -> WindowMode.PerEvent.STANDARD.window(onset, duration, 2))
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_RECORD));
  }

  @Property(tries = 1000)
  void shouldNotDependOnRoundingOfMultiplesOfTheTr(
      @ForAll @IntRange(max = 5000) int start,
      @ForAll @IntRange(min = 1, max = 50) int volumes,
      @ForAll @DoubleRange(min = 0.05, max = 5) double tr) {
    assertThat(TrialWindow.covering(start * tr, volumes * tr, tr))
        .isEqualTo(new TrialWindow(start, start + volumes - 1));
  }

  @Property(tries = 1000)
  void shouldCoverEachVolumeOfARunOnceInFixedWindows(
      @ForAll @IntRange(max = 5000) int position,
      @ForAll @DoubleRange(min = 0.05, max = 8) double tr) {
    TrialWindow window = WindowMode.Fixed.STANDARD.window(position, tr);
    TrialWindow next = WindowMode.Fixed.STANDARD.window(position + 1, tr);

    assertThat(next.first()).isEqualTo(window.last() + 1);
  }
}
