package io.mindstream.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.config.DashboardConfig;
import io.mindstream.sink.dashboard.Board;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dashboard's feed stops and starts, or Kafka does. */
@Timeout(120)
class DashboardFeedTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SinkTopics kafka = new SinkTopics(broker.settings());
  private final Board board = Boards.of(10, InstantSource.system());
  private final DashboardFeed feed =
      new DashboardFeed(
          broker.settings(),
          kafka.registry,
          kafka.topics,
          new DashboardConfig(true, Duration.ofHours(1), 10, List.of(), List.of()),
          board);

  @AfterEach
  void stop() {
    feed.stop();
  }

  /** A dead letter has no key of its own on the board: one that is read twice would count twice. */
  @Test
  void shouldCountNothingTwiceHoweverOftenItIsInterrupted() {
    kafka.send(kafka.topics.runs(), List.of(Records.run(RunState.STARTED)));
    feed.start();
    fail("FIRST", 1);

    feed.stop();
    feed.start();
    fail("SECOND", 2);

    broker.stop();
    await().atMost(PATIENCE).until(() -> !feed.health().up());
    broker.start();
    fail("THIRD", 3);
  }

  @Test
  void shouldSaySinceWhenDeadLettersAreShown() {
    assertThat(board.letters().since())
        .hasValueSatisfying(
            since ->
                assertThat(since)
                    .isCloseTo(Instant.now().minusSeconds(3600), within(1, ChronoUnit.MINUTES)));
  }

  private void fail(String code, int lettersThen) {
    kafka.send(kafka.topics.deadLetters(), List.of(Records.deadLetter(code)));
    await()
        .atMost(PATIENCE)
        .until(() -> !board.letters().newest(letter -> letter.code().equals(code), 1).isEmpty());
    assertThat(board.letters().count()).isEqualTo(lettersThen);
  }
}
