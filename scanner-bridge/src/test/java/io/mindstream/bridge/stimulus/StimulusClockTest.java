package io.mindstream.bridge.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StimulusClockTest {

  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void shouldRefuseAMomentFarFromNowWhereTheClockIsNotKnown() {
    StimulusClock clock = new StimulusClock(UNKNOWN, UNKNOWN, 5);
    assertThatThrownBy(() -> clock.scannerSeconds(1007, 1000))
        .hasMessageContaining("7.000 s ahead")
        .hasMessageContaining("sent_at_seconds");
  }

  @Test
  void shouldTakeAMomentNearNowAsItIs() {
    assertThat(new StimulusClock(UNKNOWN, UNKNOWN, 5).scannerSeconds(1004, 1000)).isEqualTo(1004);
  }

  @Test
  void shouldCorrectByTheTimesOfSending() {
    StimulusClock clock = new StimulusClock(UNKNOWN, OptionalDouble.of(60), 5);
    assertThat(clock.scannerSeconds(1060, 1000)).isEqualTo(1000);
  }

  @Test
  void shouldTrustTriggersMoreThanTheTimesOfSending() {
    StimulusClock clock = new StimulusClock(OptionalDouble.of(61), OptionalDouble.of(60), 5);
    assertThat(clock.scannerSeconds(1061, 1000)).isEqualTo(1000);
  }

  @Test
  void shouldRefuseTriggersThatAreNotOneAVolume() {
    TriggerTimes slices = TriggerTimes.NONE.with(List.of(10.0, 10.1, 10.2), 0);
    assertThatThrownBy(() -> slices.byVolume(2)).hasMessageContaining("no multiple of the TR");
  }

  @Test
  void shouldCountATriggerOnceThatIsToldTwice() {
    TriggerTimes once = TriggerTimes.NONE.with(List.of(10.0, 12.0), 0);
    assertThat(once.with(List.of(10.0, 12.0), 0)).isEqualTo(once);
  }
}
