package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QualityMeterTest {

  private final QualityMeter meter = new QualityMeter(QualityLimits.DEFAULT, RowOf.TR);

  static Stream<Arguments> flaggedRows() {
    return Stream.of(
        Arguments.of(RowOf.moved(20, 0.3), List.of("MOVED")),
        Arguments.of(RowOf.moved(20, 0.7), List.of("MOTION")),
        Arguments.of(RowOf.bright(20, 200), List.of("DVARS", "SPIKES")),
        Arguments.of(RowOf.volume(22), List.of("GAP")),
        Arguments.of(RowOf.late(20, 1.5), List.of("LATE")),
        Arguments.of(RowOf.ghosted(20, 0.3), List.of("GHOST")),
        Arguments.of(RowOf.refused(20), List.of("REFUSED")),
        Arguments.of(RowOf.volume(20), List.of()));
  }

  @ParameterizedTest
  @MethodSource("flaggedRows")
  void shouldFlagWhatIsBadAboutAVolume(QualityRow row, List<String> flags) {
    IntStream.range(0, 20).mapToObj(RowOf::volume).forEach(meter::add);
    assertThat(meter.add(row).getFlags()).isEqualTo(flags);
  }

  @Test
  void shouldCountTheVolumesThatAreMissingBeforeOne() {
    meter.add(RowOf.volume(0));
    assertThat(meter.add(RowOf.volume(4)).getMissingBefore()).isEqualTo(3);
  }

  @Test
  void shouldSayHowMuchLaterThanDueAVolumeCame() {
    meter.add(RowOf.volume(0));
    assertThat(meter.add(RowOf.late(3, 0.25)).getArrivalJitterSeconds()).contains(0.25);
  }

  @Test
  void shouldKnowNothingOverTimeOfTheFirstVolume() {
    VolumeQuality first = meter.add(RowOf.volume(0));
    assertThat(
            List.of(
                first.getFramewiseDisplacement(),
                first.getDvars(),
                first.getTsnr(),
                first.getOutlierShare(),
                first.getArrivalJitterSeconds()))
        .allMatch(value -> value.isEmpty());
  }

  @Test
  void shouldCountRotationAsAnArcOfFiftyMillimetres() {
    HeadMotion head = new HeadMotion(RowOf.TR);
    head.add(0, new double[6]);
    assertThat(head.add(1, new double[] {0, 0, 0, 0, Math.toDegrees(0.01), 0}).plain())
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void shouldNotTakeBreathingOutWhereTheRepetitionTimeIsTooLong() {
    meter.add(RowOf.volume(0));
    assertThat(meter.add(RowOf.volume(1)).getFramewiseDisplacementNotched()).isEmpty();
  }

  @Test
  void shouldRefuseVolumesOutOfOrder() {
    meter.add(RowOf.volume(3));
    assertThatThrownBy(() -> meter.add(RowOf.volume(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in order");
  }

  @Test
  void shouldMeasureTheSameFromTheSameRows() {
    List<QualityRow> rows = IntStream.range(0, 30).mapToObj(RowOf::volume).toList();
    QualityMeter again = new QualityMeter(QualityLimits.DEFAULT, RowOf.TR);
    assertThat(rows.stream().map(meter::add)).isEqualTo(rows.stream().map(again::add).toList());
  }

  @Test
  void shouldSumARunUp() {
    IntStream.range(0, 10).mapToObj(RowOf::volume).forEach(meter::add);
    meter.add(RowOf.refused(10));
    meter.add(RowOf.moved(12, 0.7));
    RunQuality summary = meter.summary(15);
    assertThat(
            List.of(
                summary.getVolumes(),
                summary.getMissing(),
                summary.getFlaggedVolumes(),
                summary.getMaxFramewiseDisplacement().orElseThrow()))
        .containsExactly(11, 4, 2, 0.7);
  }

  @Test
  void shouldSumUpARunOfWhichNothingIsKnown() {
    assertThat(meter.summary(0).getTsnr()).isEmpty();
  }
}
