package io.mindstream.benchmarks.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MosaicTest {

  private static final VolumeShape SHAPE = new VolumeShape(16, 16, 12);
  private static Mosaic mosaic;

  @BeforeAll
  static void simulate() throws Exception {
    mosaic = Mosaic.of(SHAPE);
  }

  @Test
  void shouldBeTheVolumeThatItsNumberSays() {
    WholeVolume volume = MosaicRead.volume(mosaic.file(1199, 60));
    assertThat(volume.index()).isEqualTo(1199);
    assertThat(volume.shape()).isEqualTo(SHAPE);
  }

  @Test
  void shouldKeepItsVoxelsWhateverItsNumber() {
    ByteBuffer first = MosaicRead.volume(mosaic.file(0, 0)).data().bytes();
    assertThat(MosaicRead.volume(mosaic.file(7, 14)).data().bytes()).isEqualTo(first);
  }
}
