package io.mindstream.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.service.TopicContents;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(120)
class RoiPublishCommandTest {

  private static final String REGISTRY = "mock://roi";

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SchemaRegistry registry = new SchemaRegistry(REGISTRY);

  /** Its voxel 0 is 0, so the mask has the other five. */
  private Path mask;

  @BeforeEach
  void prepare() {
    new TopicAdmin(broker.settings(), registry).prepare(Topics.standard());
    mask = Series.counting(folder.resolve("sub-7_desc-V1_mask.nii"), new VolumeShape(3, 2, 1), 1);
  }

  @Test
  void shouldPublishAMaskUnderItsId() {
    assertThat(publish("--mask", mask.toString(), "--id", "early")).isZero();
    assertThat(published("early"))
        .singleElement()
        .satisfies(roi -> assertThat(roi.getIndices()).containsExactly(1, 2, 3, 4, 5));
  }

  @Test
  void shouldPublishTheImageThatAMaskWasDrawnOn() {
    assertThat(publish("--mask", mask.toString(), "--reference", mask.toString(), "--id", "ref"))
        .isZero();
    assertThat(published("ref"))
        .singleElement()
        .satisfies(roi -> assertThat(roi.getReference()).isPresent());
  }

  @Test
  void shouldSayWhatItPublished() {
    publish("--mask", mask.toString(), "--id", "said");
    assertThat(out.toString()).startsWith("published said: 5 voxels of 3x2x1 (V1 5), checksum ");
  }

  @Test
  void shouldPublishNothingInADryRun() {
    assertThat(publish("--mask", mask.toString(), "--id", "dry", "--dry-run")).isZero();
    assertThat(published("dry")).isEmpty();
  }

  @Test
  void shouldTeachHowARegionIsNamed() {
    assertThat(publish()).isEqualTo(2);
    assertThat(err.toString()).contains("give --mask FILE or --indices FILE");
  }

  @Test
  void shouldNameTheMaskThatIsNotThere() {
    assertThat(publish("--mask", folder.resolve("no.nii").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no.nii").doesNotContain("Usage: ");
  }

  private List<RoiMask> published(String id) {
    return new TopicContents(broker.settings(), registry).read(Topics.standard().rois(), id);
  }

  private int publish(String... options) {
    List<String> all = new ArrayList<>(List.of("publish"));
    all.addAll(List.of(options));
    all.addAll(List.of("--kafka", broker.settings().bootstrapServers(), "--registry", REGISTRY));
    return new CommandLine(new RoiCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
