package io.mindstream.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.roi.MaskFile;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RoiPublishCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Its voxel 0 is 0, so the mask has the other five. */
  private Path mask;

  @BeforeEach
  void prepare() {
    mask = Series.counting(folder.resolve("sub-7_desc-V1_mask.nii"), new VolumeShape(3, 2, 1), 1);
  }

  @Test
  void shouldSayWhatItWouldPublish() {
    assertThat(publish("--mask", mask.toString(), "--id", "said", "--dry-run")).isZero();
    assertThat(out.toString())
        .startsWith("would publish said: 5 voxels of 3x2x1 (V1 5), checksum ");
  }

  @Test
  void shouldNameARegionByItsPersonAndVoxels() {
    publish("--mask", mask.toString(), "--dry-run");
    assertThat(out.toString()).startsWith("would publish sub-7_desc-V1");
  }

  @Test
  void shouldTakeSeveralMasksAndAtlasLabels() {
    String file = mask.toString();
    publish("--mask", file, "--mask", file, "--labels", "3,1", "--dry-run");
    assertThat(out.toString()).contains("2 voxels of 3x2x1 (V1:3 1, V1:1 1, V1:3 0, V1:1 0)");
    assertThat(err.toString()).contains("1 of its 1 voxels came before");
  }

  @Test
  void shouldTeachHowARegionIsNamed() {
    assertThat(publish()).isEqualTo(2);
    assertThat(err.toString()).contains("give --mask FILE, --indices FILE or --model BUNDLE");
  }

  @Test
  void shouldNameTheMaskThatIsNotThere() {
    assertThat(publish("--mask", folder.resolve("no.nii").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no.nii").doesNotContain("Usage: ");
  }

  @Test
  void shouldPublishWhatAModelWasTrainedOn() throws IOException {
    RegionFile.write(
        folder,
        RoiMasks.mask("7", "V1", MaskFile.read(mask).header().geometry(), new int[] {4, 2}, "said"),
        Optional.of(mask));
    publish("--model", folder.toString(), "--dry-run");
    assertThat(out.toString()).contains("2 voxels of 3x2x1", "with its reference image");
  }

  @Test
  void shouldAskForTheMaskWhereAModelSaysNoRegion() {
    assertThat(publish("--model", folder.toString(), "--dry-run")).isEqualTo(1);
    assertThat(err.toString()).contains("roi.avro is missing");
  }

  @Test
  void shouldRefuseAMaskBesideAModel() {
    assertThat(publish("--model", folder.toString(), "--mask", mask.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--model brings its region");
  }

  private int publish(String... options) {
    List<String> all = new ArrayList<>(List.of("publish"));
    all.addAll(List.of(options));
    return new CommandLine(new RoiCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
