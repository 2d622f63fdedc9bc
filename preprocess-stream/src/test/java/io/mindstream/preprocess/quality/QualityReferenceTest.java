package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.schemas.avro.VolumeQuality;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each measure against an independent computation with NumPy, over recorded volumes. */
class QualityReferenceTest {

  private static final double RELATIVE = 1e-9;

  private static final Map<String, Function<VolumeQuality, Optional<Double>>> MEASURES =
      Map.of(
          "fd", VolumeQuality::getFramewiseDisplacement,
          "notched", VolumeQuality::getFramewiseDisplacementNotched,
          "dvars", VolumeQuality::getDvars,
          "tsnr", VolumeQuality::getTsnr,
          "cnr", VolumeQuality::getCnr,
          "outliers", VolumeQuality::getOutlierShare,
          "drift", VolumeQuality::getDrift,
          "signal", VolumeQuality::getMeanSignal,
          "ghost", VolumeQuality::getGhostRatio);

  @TempDir private static Path folder;
  private static ReferenceRun run;

  @BeforeAll
  static void compute() throws Exception {
    run = ReferenceRun.computedInto(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fd", "notched", "dvars", "tsnr", "cnr", "outliers", "drift", "signal", "ghost"})
  void shouldMeasureAsNumPyDoes(String measure) throws Exception {
    Map<Integer, Double> measured = measured(MEASURES.get(measure));
    Map<Integer, Double> expected = new TreeMap<>();
    run.expected().forEach((index, row) -> expected.put(index, row.get(measure)));
    expected.values().removeIf(value -> value.isNaN());
    assertThat(measured).hasSizeGreaterThan(100).containsOnlyKeys(expected.keySet());
    assertThat(measured)
        .allSatisfy(
            (index, value) ->
                assertThat(value)
                    .isCloseTo(
                        expected.get(index), within(RELATIVE * Math.abs(expected.get(index)))));
  }

  @Test
  void shouldChooseTheVoxelsThatNumPyChooses() {
    assertThat(BrainSample.of(run.volume(0), ClipLevel.of(run.volume(0)), run.roi(), 256))
        .containsExactly(run.outside());
  }

  private static Map<Integer, Double> measured(Function<VolumeQuality, Optional<Double>> measure) {
    QualityMeter meter = new QualityMeter(QualityLimits.DEFAULT, ReferenceRun.TR);
    return run.rows().stream()
        .map(meter::add)
        .filter(volume -> measure.apply(volume).isPresent())
        .collect(
            Collectors.toMap(
                VolumeQuality::getIndex, volume -> measure.apply(volume).orElseThrow()));
  }
}
