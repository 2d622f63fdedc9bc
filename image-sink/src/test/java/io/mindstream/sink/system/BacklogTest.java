package io.mindstream.sink.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final Backlog backlog = new Backlog(Set.of("images"));

  @Test
  void shouldCountTheRecordsThatAGroupIsNotPast() {
    record(0);
    record(2);
    record(4);
    assertThat(behind(2)).isEqualTo(2);
  }

  /** The mark that ends a transaction takes an offset that no group commits. */
  @Test
  void shouldCountNothingWhereOnlyMarksOfTransactionsAreLeft() {
    record(0);
    record(2);
    assertThat(behind(3)).isZero();
  }

  @Test
  void shouldCountAllWhereAGroupHandledNothingYet() {
    record(0);
    record(1);
    assertThat(backlog.behind("images", Map.of())).isEqualTo(2);
  }

  @Test
  void shouldNotCountRecordsOfOtherTopics() {
    backlog.record("events", 0, 0);
    assertThat(backlog.behind("events", Map.of())).isZero();
  }

  private void record(long offset) {
    backlog.record("images", 0, offset);
  }

  private long behind(long committed) {
    return backlog.behind(
        "images", Map.of(new TopicPartition("images", 0), new OffsetAndMetadata(committed)));
  }
}
