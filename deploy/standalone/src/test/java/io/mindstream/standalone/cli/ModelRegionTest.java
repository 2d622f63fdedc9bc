package io.mindstream.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelRegionTest {

  private static final StandaloneSettings SETTINGS = StandaloneSettings.embedded(Path.of("data"));
  private static final Feed FEED = new SimulatedScanner(SimulationSettings.defaults());

  @TempDir private Path bundle;
  private final DecoderOptions decoder = new DecoderOptions();

  @BeforeEach
  void nameTheBundle() {
    new CommandLine(decoder).parseArgs("--model", bundle.toString());
  }

  @Test
  void shouldHaveTheRegionOfTheBundle() throws IOException {
    write(trainedOn(3, 5));
    assertThat(ModelRegion.of(decoder, false).id()).contains("sub-1_desc-trained");
  }

  @Test
  void shouldHaveNoneWhereAnotherIsNamed() throws IOException {
    write(trainedOn(3, 5));
    assertThat(ModelRegion.of(decoder, true).id()).isEmpty();
  }

  @Test
  void shouldHaveNoneOfABundleWithoutOne() {
    assertThat(ModelRegion.of(decoder, false).id()).isEmpty();
  }

  @Test
  void shouldTakeThePlaceOfTheFeedsOtherVoxels() throws IOException {
    write(trainedOn(3, 5));
    assertThat(ModelRegion.of(decoder, false).unlessOf(FEED).id()).isPresent();
  }

  @Test
  void shouldLeaveTheFeedItsOwnWhereTheyAreTheSameVoxels() throws IOException {
    write(FEED.roi());
    assertThat(ModelRegion.of(decoder, false).unlessOf(FEED).id()).isEmpty();
  }

  @Test
  void shouldLeaveAFeedOfAnotherGridItsOwn() throws IOException {
    write(trainedOn(3, 5));
    SimulationSettings larger =
        SimulationSettings.defaults().withShape(new VolumeShape(32, 32, 16));
    assertThat(ModelRegion.of(decoder, false).unlessOf(new SimulatedScanner(larger)).id())
        .isEmpty();
  }

  @Test
  void shouldBeWhatAScannerIsDecodedBy() throws IOException {
    write(trainedOn(3, 5));
    assertThat(ModelRegion.of(decoder, false).apply(SETTINGS).properties())
        .containsEntry("mindstream.bridge.roi", "sub-1_desc-trained");
  }

  @Test
  void shouldLeaveAScannerTheMaskThatIsSet() throws IOException {
    write(trainedOn(3, 5));
    StandaloneSettings masked = SETTINGS.with("mindstream.bridge.scanner.mask", "V1.nii.gz");
    assertThat(ModelRegion.of(decoder, false).apply(masked)).isEqualTo(masked);
  }

  private static RoiMask trainedOn(int... voxels) {
    RoiMask mask = RoiMasks.mask("1", "trained", FEED.roi().getGeometry(), voxels, "of a test");
    return RoiMask.newBuilder(mask).setRoiId("sub-1_desc-trained").build();
  }

  private void write(RoiMask region) throws IOException {
    RegionFile.write(bundle, region, Optional.empty());
  }
}
