package io.mindstream.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.service.TopicContents;
import io.mindstream.imaging.roi.RegionFiles;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.TopicReview;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RoiPublicationTest {

  private static final Topics TOPICS = Topics.withPartitions(1);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path folder;
  private final SchemaRegistry registry = new SchemaRegistry("mock://rois");
  private final RoiPublication publication =
      new RoiPublication(broker.settings(), registry, TOPICS);

  @Test
  void shouldPublishARegionWithAllThatItWasMadeOf() {
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    RoiMask region = region();
    publication.publish(region, late -> {});
    assertThat(new TopicContents(broker.settings(), registry).read(TOPICS.rois(), "early"))
        .containsExactly(region);
  }

  @Test
  void shouldSayWhatMendsATopicThatTakesNoSuchRecord() throws Exception {
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPICS.rois().name());
    AlterConfigOp limit =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "100"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(new ClientProperties(broker.settings()).admin())) {
      admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
    }
    try {
      assertThatThrownBy(() -> publication.publish(region(), late -> {}))
          .isInstanceOf(DeliveryException.class)
          .hasMessageContaining("mindstream topics --fix")
          .hasMessageNotContaining("start it");
    } finally { // The other test has the same topic.
      TopicReview review = new TopicReview(broker.settings(), Replication.OF_BROKER);
      review.mend(review.differences(TOPICS));
    }
  }

  private RoiMask region() {
    Path mask = Series.counting(folder.resolve("V1_mask.nii"), new VolumeShape(3, 2, 1), 1);
    return new RegionFiles(List.of(mask), List.of(), List.of(), Optional.of(mask), false)
        .read(Optional.of("early"))
        .mask();
  }
}
