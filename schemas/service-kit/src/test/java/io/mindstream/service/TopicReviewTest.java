package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.TopicDifference;
import io.mindstream.schemas.topic.TopicPresence;
import io.mindstream.schemas.topic.TopicReview;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue and a broker of stock settings. */
class TopicReviewTest {

  private static final Topics TOPICS = Topics.withPartitions(2);

  @TempDir Path folder;
  private KafkaBroker broker;

  @BeforeEach
  void start() {
    broker = KafkaBroker.stockIn(folder);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldFindNothingToMendInTopicsThatItMade() {
    prepare(Replication.OF_BROKER);
    assertThat(differences(Replication.OF_BROKER)).isEmpty();
  }

  @Test
  void shouldMakeTopicsWithTheReplicationAskedFor() {
    prepare(Replication.of(1, 1));
    assertThat(differences(Replication.of(1, 1))).isEmpty();
  }

  @Test
  void shouldSayEverythingInWhichATopicThatTheBrokerMadeDiffers() throws Exception {
    create("scanner.volumes", 1);
    prepare(Replication.OF_BROKER);
    assertThat(differences(Replication.OF_BROKER))
        .allMatch(difference -> difference.topic().equals("scanner.volumes"))
        .extracting(TopicDifference::setting)
        .containsExactly("partitions", "max.message.bytes");
  }

  @Test
  void shouldMendPartitionsRecordLimitsAndCleanUp() throws Exception {
    create("scanner.volumes", 1);
    create("decoder.rois", 1);
    prepare(Replication.OF_BROKER);
    TopicReview review = new TopicReview(broker.settings(), Replication.OF_BROKER);
    review.mend(review.differences(TOPICS));
    assertThat(review.differences(TOPICS)).isEmpty();
  }

  @Test
  void shouldSayWhatOnlyAPersonCanMend() throws Exception {
    create("scanner.runs", 5);
    prepare(Replication.OF_BROKER);
    assertThat(differences(Replication.of(2, 0)))
        .filteredOn(difference -> difference.topic().equals("scanner.runs"))
        .filteredOn(difference -> !difference.mendable())
        .extracting(TopicDifference::setting)
        .containsExactly("partitions", "replication");
  }

  @Test
  void shouldTellWhatTheBrokerSaysOfTooManyCopies() {
    assertThatThrownBy(() -> prepare(Replication.of(3, 2)))
        .isInstanceOf(InvalidReplicationFactorException.class);
  }

  @Test
  void shouldNameTheTopicsThatAreMissingAndWhatMakesThem() throws Exception {
    create("scanner.runs", 1);
    assertThatThrownBy(() -> TopicPresence.require(broker.settings(), TOPICS))
        .isInstanceOf(UnknownTopicOrPartitionException.class)
        .hasMessageContainingAll("decoder.images", "mindstream topics")
        .hasMessageNotContaining("scanner.runs");
  }

  @Test
  void shouldMakeNoTopicByAskingForIt() throws Exception {
    assertThatThrownBy(() -> TopicPresence.require(broker.settings(), TOPICS))
        .isInstanceOf(UnknownTopicOrPartitionException.class);
    try (Admin admin = admin()) {
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  private void prepare(Replication replication) {
    new TopicAdmin(broker.settings(), new SchemaRegistry("mock://"), replication).prepare(TOPICS);
  }

  private List<TopicDifference> differences(Replication replication) {
    return new TopicReview(broker.settings(), replication).differences(TOPICS);
  }

  /** As a broker does that is asked for a topic that it does not have. */
  private void create(String topic, int partitions) throws Exception {
    NewTopic stock = new NewTopic(topic, partitions, (short) 1);
    try (Admin admin = admin()) {
      admin.createTopics(List.of(stock)).all().get();
    }
  }

  private Admin admin() {
    return Admin.create(new ClientProperties(broker.settings()).admin());
  }
}
