package io.mindstream.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.kafka.MessageLimits;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

  @Test
  void shouldGiveTheScannerTopicsTheSamePartitionsSoThatARunStaysTogether() {
    Topics topics = Topics.withPartitions(7);
    assertThat(topics.runs().partitions())
        .isEqualTo(topics.volumes().partitions())
        .isEqualTo(topics.events().partitions())
        .isEqualTo(7);
  }

  @Test
  void shouldKeepRoomForTheLargestVolume() {
    assertThat(Topics.standard().volumes().configs())
        .containsEntry(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            String.valueOf(MessageLimits.MAX_VOLUME_BYTES + 64 * 1024));
  }

  @Test
  void shouldCompactRoiMasks() {
    assertThat(Topics.standard().rois().configs())
        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void shouldDocumentEveryFieldOfEveryRecord(Schema schema) {
    assertThat(schema.getFields())
        .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
  }

  static java.util.stream.Stream<Schema> schemas() {
    return Topics.standard().all().stream()
        .map(topic -> SpecificData.get().getSchema(topic.type()));
  }
}
