package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.schemas.kafka.ClientProperties;
import io.mindstream.schemas.testing.BrokerOfClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class TopicFollowerTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private TopicFollower follower;

  @AfterEach
  void stop() {
    follower.stop();
  }

  private void follow(String topic, FollowFrom from) {
    follower =
        new TopicFollower(
            "follower-of-test",
            broker.settings(),
            List.of(topic),
            from,
            record -> heard.add(record.key()));
    follower.start();
  }

  private static String topic(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName();
    try (Admin admin = Admin.create(new ClientProperties(broker.settings()).admin())) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
    return name;
  }

  private static void send(String topic, String key) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            new ClientProperties(broker.settings()).producer("sender"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, new byte[0])).get();
    }
  }

  @Test
  void shouldHearOnlyWhatComesAfterItsStart(TestInfo test) throws Exception {
    String topic = topic(test);
    send(topic, "before");
    follow(topic, FollowFrom.now());
    follower.awaitReady();
    send(topic, "after");
    await().until(() -> !heard.isEmpty());
    assertThat(heard).containsExactly("after");
  }

  @Test
  void shouldGoOnAfterTheLastRecordWhenStartedAgain(TestInfo test) throws Exception {
    String topic = topic(test);
    send(topic, "one");
    follow(topic, FollowFrom.since(Instant.EPOCH, Set.of()));
    await().until(() -> heard.size() == 1);
    follower.stop();
    send(topic, "two");
    follower.start();
    await().until(() -> heard.contains("two"));
    assertThat(heard).containsExactly("one", "two");
  }

  @Test
  void shouldBeginAtTheEndOfTopicsThatAreFollowedFromNow(TestInfo test) throws Exception {
    String topic = topic(test);
    send(topic, "before");
    follow(topic, FollowFrom.since(Instant.EPOCH, Set.of(topic)));
    follower.awaitReady();
    send(topic, "after");
    await().until(() -> !heard.isEmpty());
    assertThat(heard).containsExactly("after");
  }

  @Test
  void shouldWaitForATopicThatIsNotThereYet(TestInfo test) throws Exception {
    follow(test.getTestMethod().orElseThrow().getName(), FollowFrom.since(Instant.EPOCH, Set.of()));
    await().until(() -> follower.health().describe().contains("mindstream topics creates it"));
    send(topic(test), "one");
    await().untilAsserted(() -> assertThat(heard).containsExactly("one"));
  }

  @Test
  void shouldShowWhatItsListenerThrows(TestInfo test) throws Exception {
    String topic = topic(test);
    follower =
        new TopicFollower(
            "follower-of-test",
            broker.settings(),
            List.of(topic),
            FollowFrom.now(),
            record -> {
              throw new IllegalStateException("cannot show " + record.key());
            });
    follower.start();
    follower.awaitReady();
    send(topic, "one");
    await().until(() -> follower.health() instanceof ServiceHealth.Failed);
    assertThat(follower.health().describe()).contains("cannot show one");
  }
}
