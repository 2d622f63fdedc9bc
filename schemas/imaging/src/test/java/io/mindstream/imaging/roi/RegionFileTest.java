package io.mindstream.imaging.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFileTest {

  @TempDir private Path bundle;
  private Path series;
  private RoiMask region;

  @BeforeEach
  void prepare() {
    series = Series.counting(bundle.resolve("sub-7_bold.nii"), new VolumeShape(3, 2, 1), 4);
    Path mask = Series.counting(bundle.resolve("sub-7_mask.nii"), new VolumeShape(3, 2, 1), 1);
    region =
        new RegionFiles(List.of(mask), List.of(), List.of(), Optional.empty(), false)
            .read(Optional.of("V1"))
            .mask();
  }

  @Test
  void shouldBringTheRegionBackAsItWas() throws IOException {
    RegionFile.write(bundle, region, Optional.empty());
    assertThat(RegionFile.read(bundle)).isEqualTo(region);
  }

  @Test
  void shouldBringTheImageThatLaterSessionsAreRegisteredTo() throws IOException {
    RegionFile.write(bundle, region, Optional.of(series));
    assertThat(RegionFile.read(bundle).getReference()).isPresent();
  }

  @Test
  void shouldFindNoneInABundleWithoutOne() {
    assertThat(RegionFile.find(bundle)).isEmpty();
  }

  @Test
  void shouldSayWhatToGiveWhereThereIsNone() {
    assertThatThrownBy(() -> RegionFile.read(bundle))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining("roi.avro is missing");
  }

  @Test
  void shouldNameAFileThatIsNoRegion() throws IOException {
    Files.writeString(bundle.resolve("roi.avro"), "no container");
    assertThatThrownBy(() -> RegionFile.find(bundle))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining("roi.avro is no region of interest");
  }
}
