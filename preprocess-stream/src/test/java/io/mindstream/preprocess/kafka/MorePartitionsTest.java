package io.mindstream.preprocess.kafka;

import static io.mindstream.preprocess.TestRun.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mindstream.preprocess.TestRun;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.testing.KafkaBroker;
import io.mindstream.schemas.topic.Replication;
import io.mindstream.schemas.topic.TopicReview;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service where {@code mindstream topics --fix} gave the topics more partitions meanwhile. */
class MorePartitionsTest {

  private static final TestRun NEXT =
      new TestRun("sub-01_task-viewing_run-02", TestRun.START.plusSeconds(90), 20, 1);

  @TempDir Path brokerFolder;
  @TempDir Path stateDir;

  @Test
  void shouldGoOnWithTheNextRun() {
    try (KafkaBroker broker = KafkaBroker.startIn(brokerFolder)) {
      LiveStream stream = new LiveStream(broker.settings(), 3);
      stream.createTopics(1);
      stream.roi();
      play(stream, RUN, 1);

      TopicReview review = new TopicReview(broker.settings(), Replication.OF_BROKER);
      review.mend(review.differences(stream.topics));
      await().atMost(LiveStream.PATIENCE).until(() -> review.differences(stream.topics).isEmpty());
      play(stream, NEXT, 2);

      assertThat(stream.read(stream.topics.voxelVectors(), 2))
          .extracting(VoxelVector::getRunId)
          .containsExactlyInAnyOrder(RUN.id(), NEXT.id());
    }
  }

  /** Plays the first trial of a run, until there are so many vectors in all. */
  private void play(LiveStream stream, TestRun run, int vectors) {
    PreprocessService service = stream.service(PreprocessConfig.DEFAULT, stateDir);
    service.start();
    stream.send(stream.topics.runs(), run.id(), run.header().build());
    stream.send(stream.topics.events(), run.id(), run.event(0).build());
    stream.volumes(run, 0, 4);
    await().atMost(LiveStream.PATIENCE).until(() -> stream.emitted() == vectors);
    service.stop();
  }
}
