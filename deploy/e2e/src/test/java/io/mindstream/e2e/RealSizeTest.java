package io.mindstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.demo.SessionSummary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes as large as a modern scanner's: 1.6 MB each. */
class RealSizeTest {

  @TempDir Path folder;

  @Test
  void shouldDecodeTrialsOfFullSizedVolumes() throws Exception {
    try (LivePipeline live = LivePipeline.start(folder)) {
      SessionSummary summary =
          live.play(
              LivePipeline.simulation().withTrials(2).withShape(VolumeShape.parse("104x104x72")),
              Speed.MAX);
      assertThat(summary.images() + " images, " + summary.problems()).isEqualTo("2 images, []");
    }
  }
}
