package io.mindstream.sink.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.api.Totals;
import io.mindstream.sink.dashboard.Board;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class ChangeStreamTest {

  private static final ApplicationContext CONTEXT =
      ApplicationContext.run(Map.of("mindstream.kafka.bootstrap-servers", "localhost:1"));

  private Instant now = Records.SCANNED;
  private final Board board = Boards.of(100, () -> now);
  private final ChangeStream stream =
      new ChangeStream(
          board,
          new Views(
              board,
              () -> new Totals(0, 0, 0, 0, 0, null),
              () -> {
                throw new AssertionError("nothing of the system changed");
              },
              CONTEXT.getBean(ObjectMapper.class)),
          () -> now,
          100);

  @AfterAll
  static void stop() {
    CONTEXT.close();
  }

  @Test
  void shouldBeginWithHelloAndThePresentState() {
    board.run(Records.run(RunState.STARTED));
    board.event(Records.event(0));
    send();
    assertThat(names(new Client(null, null))).startsWith("hello").contains("run", "trial");
  }

  @Test
  void shouldSendAThingOnceHoweverOftenItChanged() {
    Client client = new Client(null, null);
    board.event(Records.event(0));
    board.image(Records.image(0, 0));
    board.image(Records.image(0, 1));
    send();
    assertThat(names(client)).filteredOn("trial"::equals).hasSize(1);
  }

  @Test
  void shouldSendNothingWhereNothingChanged() {
    board.event(Records.event(0));
    send();
    Client client = new Client(null, null);
    client.forget();
    send();
    assertThat(client.text()).isEmpty();
  }

  @Test
  void shouldSendOnlyWhatChangedToWhoComesBack() {
    board.event(Records.event(0));
    board.event(Records.event(1));
    send();
    String last = new Client(null, null).lastId();
    board.image(Records.image(1, 0));
    send();
    Client back = new Client(last, null);
    assertThat(back.text()).contains("trial-0001").doesNotContain("trial-0000");
    assertThat(names(back)).doesNotContain("hello");
  }

  @Test
  void shouldMissNothingWhereverAClientIsCutOff() {
    for (int trial = 0; trial < 5; trial++) {
      board.event(Records.event(trial));
      send();
    }
    Client whole = new Client(null, null);
    for (String id : whole.ids()) {
      assertThat(whole.behind(id)).isEqualTo(new Client(id, null).text());
    }
  }

  @Test
  void shouldBeginAnewForWhoHeardAnotherProcess() {
    board.event(Records.event(0));
    send();
    assertThat(names(new Client("another-17", null))).startsWith("hello");
  }

  @Test
  void shouldBeginAnewForWhoWasAwayForTooManyVolumes() {
    board.run(Records.run(RunState.STARTED));
    send();
    String last = new Client(null, null).lastId();
    for (int volume = 0; volume < 1000; volume++) {
      board.volume(Records.volume(volume));
    }
    send();
    assertThat(names(new Client(last, null))).startsWith("hello");
  }

  @Test
  void shouldTellTrialsOfOneRunOnlyWhereAskedFor() {
    Client client = new Client(null, "sub-02_task-other");
    client.forget();
    board.run(Records.run(RunState.STARTED));
    board.event(Records.event(0));
    send();
    assertThat(names(client)).contains("run").doesNotContain("trial");
  }

  @Test
  void shouldShowThatItLivesWhereNothingElseComes() {
    Client client = new Client(null, null);
    send();
    client.forget();
    now = now.plusSeconds(6);
    send();
    assertThat(names(client)).containsExactly("heartbeat");
  }

  @Test
  void shouldCutOffWhoDoesNotRead() {
    List<Throwable> errors = new CopyOnWriteArrayList<>();
    BaseSubscriber<Batch> slow = idle(errors);
    stream.changes(null, null).subscribe(slow);
    for (int trial = 0; trial < 400; trial++) {
      board.event(Records.event(trial));
      send();
    }
    slow.requestUnbounded();
    assertThat(errors).hasSize(1);
  }

  @Test
  void shouldHoldUpNobodyForWhoDoesNotRead() {
    stream.changes(null, null).subscribe(idle(new ArrayList<>()));
    Client client = new Client(null, null);
    for (int trial = 0; trial < 400; trial++) {
      board.event(Records.event(trial));
      send();
    }
    assertThat(client.text()).contains("trial-0399");
  }

  /** Asks for nothing of itself. */
  private static BaseSubscriber<Batch> idle(List<Throwable> errors) {
    return new BaseSubscriber<>() {
      @Override
      protected void hookOnSubscribe(Subscription subscription) {}

      @Override
      protected void hookOnError(Throwable error) {
        errors.add(error);
      }
    };
  }

  private void send() {
    now = now.plusSeconds(1);
    stream.send();
  }

  private static List<String> names(Client client) {
    return found("event: (\\w+)", client.text());
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Hears everything at once. */
  private final class Client {
    private final List<Batch> batches = new CopyOnWriteArrayList<>();

    Client(String last, String run) {
      stream.changes(last, run).subscribe(batches::add);
    }

    void forget() {
      batches.clear();
    }

    String text() {
      return batches.stream()
          .map(batch -> new String(batch.bytes(), UTF_8))
          .collect(Collectors.joining());
    }

    List<String> ids() {
      return found("id: (\\S+)", text());
    }

    String lastId() {
      return ids().get(ids().size() - 1);
    }

    /** What came behind an event. */
    String behind(String id) {
      String rest = text().substring(text().indexOf("id: " + id + "\n"));
      return rest.substring(rest.indexOf("\n\n") + 2);
    }
  }
}
