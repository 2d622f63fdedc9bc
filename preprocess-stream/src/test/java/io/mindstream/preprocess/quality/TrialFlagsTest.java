package io.mindstream.preprocess.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.avro.VolumeQuality;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialFlagsTest {

  @Test
  void shouldCarryTheFlagsOfMoreThanAShareOfItsVolumes() {
    assertThat(flags(5, "MOTION", "MOTION,SPIKES", "", "", "")).containsExactly("MOTION");
  }

  @Test
  void shouldCarryNoNotes() {
    assertThat(flags(2, "MOVED,LATE", "MOVED,LATE")).isEmpty();
  }

  @Test
  void shouldCountMissingAndRefusedVolumesAsAGap() {
    assertThat(flags(4, "", "", "REFUSED")).containsExactly("GAP");
  }

  @Test
  void shouldNotBlameATrialForAGapBeforeItsWindow() {
    assertThat(flags(2, "GAP", "")).isEmpty();
  }

  private static List<String> flags(int expected, String... volumes) {
    return TrialFlags.of(
        Stream.of(volumes).map(TrialFlagsTest::volume).toList(), expected, QualityLimits.DEFAULT);
  }

  private static VolumeQuality volume(String flags) {
    QualityMeter meter = new QualityMeter(QualityLimits.DEFAULT, RowOf.TR);
    return VolumeQuality.newBuilder(meter.add(RowOf.volume(0)))
        .setFlags(Stream.of(flags.split(",")).filter(flag -> !flag.isEmpty()).toList())
        .build();
  }
}
