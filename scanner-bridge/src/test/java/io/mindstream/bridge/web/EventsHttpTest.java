package io.mindstream.bridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mindstream.bridge.web.BridgeServer.Answer;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.testing.BrokerOfClass;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events by HTTP into a real broker. */
@Timeout(120)
class EventsHttpTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private static BridgeServer server;

  @BeforeAll
  static void start() {
    server = BridgeServer.start(broker.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldPublishAnEventWithItsTrialAndItsTime() {
    Instant started = server.begin("sub-1_task-one");
    Answer answer =
        server.post(
            "/api/runs/sub-1_task-one/events",
            "{\"onset\": 12.5, \"duration\": 4, \"trial_type\": \"face\", \"stim_id\": \"f.png\"}");
    assertThat(answer.status()).isEqualTo(201);
    StimulusEvent event = server.events("sub-1_task-one").get(0);
    assertThat(event.getTrialIndex()).isZero();
    assertThat(event.getOccurredAt()).isEqualTo(started.plusMillis(12_500));
    assertThat(answer.json().at("/trials/0/occurredAt").asText())
        .isEqualTo(event.getOccurredAt().toString());
  }

  @Test
  void shouldPublishTheWindowThatAnEventAsksFor() {
    server.begin("sub-1_task-own");
    server.post(
        "/api/runs/sub-1_task-own/events",
        "{\"onset\": 2, \"window_delay\": 4.5, \"window_length\": 6}");
    StimulusEvent event = server.events("sub-1_task-own").get(0);
    assertThat(event.getWindowDelaySeconds()).contains(4.5);
    assertThat(event.getWindowLengthSeconds()).contains(6.0);
  }

  @Test
  void shouldCountTheTrialsOfARun() {
    server.begin("sub-1_task-count");
    server.post("/api/runs/sub-1_task-count/events", "{\"onset\": 1}");
    Answer answer =
        server.post("/api/runs/sub-1_task-count/events", "[{\"onset\": 5}, {\"onset\": 9}]");
    assertThat(answer.json().findValuesAsText("trial")).containsExactly("1", "2");
  }

  @Test
  void shouldPublishNoneOfAnArrayWhereOneIsBad() {
    server.begin("sub-1_task-bad");
    Answer answer =
        server.post("/api/runs/sub-1_task-bad/events", "[{\"onset\": 5}, {\"onset\": -1}]");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("item").asInt()).isEqualTo(1);
    assertThat(server.events("sub-1_task-bad")).isEmpty();
  }

  @Test
  void shouldCountAnEventOnceThatIsPostedTwice() {
    server.begin("sub-1_task-twice");
    String event = "{\"onset\": 3, \"id\": \"block-1\"}";
    server.post("/api/runs/sub-1_task-twice/events", event);
    Answer again = server.post("/api/runs/sub-1_task-twice/events", event);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/trials/0/trial").asInt()).isZero();
    assertThat(server.events("sub-1_task-twice")).hasSize(1);
  }

  @Test
  void shouldKnowAnEventByItsIdAfterARestart() {
    server.begin("sub-1_task-restart");
    String event = "{\"onset\": 3, \"id\": \"block-1\"}";
    server.post("/api/runs/sub-1_task-restart/events", event);
    try (BridgeServer next = server.another()) {
      await()
          .until(() -> next.get("/api/runs/sub-1_task-restart").json().path("events").asInt() == 1);
      assertThat(next.post("/api/runs/sub-1_task-restart/events", event).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"onset\": \"soon\"} | onset",
        "{\"duration\": 4} | onset",
        "{\"onset\": 1, \"at_seconds\": 5} | onset",
        "{\"onset\": 1, \"duration\": -1} | duration",
        "{\"onset\": 1, \"trialtype\": \"face\"} | trialtype",
        "{\"at\": \"yesterday\"} | at",
        "{\"at_seconds\": 1000} | at",
        "{\"onset\": 1, \"trial\": 1.5} | trial",
        "{\"onset\": 1, \"stim_file_png_base64\": \"AAAA\"} | stim_file_png_base64",
        "{\"onset\": 1, \"window_delay\": -1} | window_delay",
        "{\"onset\": 1, \"window_length\": 0} | window_length",
        "{\"onset\": 100000} | onset"
      })
  void shouldNameTheFieldThatIsWrong(String event, String field) {
    server.begin("sub-1_task-fields");
    Answer answer = server.post("/api/runs/sub-1_task-fields/events", event);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("field").asText()).isEqualTo(field);
  }

  @Test
  void shouldListTheRunsWhereOneIsNotKnown() {
    server.begin("sub-1_task-known");
    Answer answer = server.post("/api/runs/sub-9_task-none/events", "{\"onset\": 1}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("runs").toString()).contains("sub-1_task-known");
  }

  @Test
  void shouldRefuseEventsOfARunThatIsOver() {
    server.begin("sub-1_task-over");
    server.header("sub-1_task-over", RunState.ENDED, Instant.now());
    await()
        .until(
            () ->
                server
                    .get("/api/runs/sub-1_task-over")
                    .json()
                    .path("state")
                    .asText()
                    .equals("ENDED"));
    assertThat(server.post("/api/runs/sub-1_task-over/events", "{\"onset\": 1}").status())
        .isEqualTo(409);
  }

  /** The stimulus computer's clock is an hour ahead; its triggers say so. */
  @Test
  void shouldCountFromVolumeZeroWhereTriggersTellTheClock() {
    Instant started = server.begin("sub-1_task-ttl");
    double theirs = started.toEpochMilli() / 1e3 + 3600;
    Answer clock =
        server.post(
            "/api/runs/sub-1_task-ttl/triggers",
            "{\"dummy\": 2, \"count\": 6, \"first_at_seconds\": %.3f}".formatted(theirs - 4));
    assertThat(clock.json().at("/clock/stimulusAheadOfScannerSeconds").asDouble())
        .isCloseTo(3600, within(0.01));
    server.post("/api/runs/sub-1_task-ttl/events", "{\"at_seconds\": %.3f}".formatted(theirs + 10));
    assertThat(server.events("sub-1_task-ttl").get(0).getOnsetSeconds())
        .isCloseTo(10, within(0.01));
  }

  @Test
  void shouldCorrectAClockByTheTimeOfSending() {
    Instant started = server.begin("sub-1_task-sent");
    double now = Instant.now().toEpochMilli() / 1e3;
    server.post(
        "/api/runs/sub-1_task-sent/events",
        "{\"at_seconds\": %.3f, \"sent_at_seconds\": %.3f}".formatted(now + 500, now + 500));
    assertThat(server.events("sub-1_task-sent").get(0).getOnsetSeconds())
        .isCloseTo(now - started.toEpochMilli() / 1e3, within(2.0));
  }

  @Test
  void shouldTellOurTime() {
    JsonNode clock = server.get("/api/clock").json();
    assertThat(clock.get("seconds").asDouble())
        .isCloseTo(Instant.now().toEpochMilli() / 1e3, within(5.0));
  }

  @Test
  void shouldTakeNothingFromAPageOfAnotherSite() {
    server.begin("sub-1_task-site");
    String path = "/api/runs/sub-1_task-site/events";
    Answer foreign =
        server.post(path, "{\"onset\": 1}", "application/json", "https://elsewhere.example");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(server.post(path, "{\"onset\": 1}", "text/plain", null).status()).isEqualTo(415);
    assertThat(server.events("sub-1_task-site")).isEqualTo(List.of());
  }

  @Test
  void shouldSayThatKafkaIsAway() {
    try (BridgeServer alone = BridgeServer.without()) {
      Answer answer = alone.post("/api/runs/current/events", "{\"onset\": 1}");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.retryAfter()).isEqualTo("5");
    }
  }
}
