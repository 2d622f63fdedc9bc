package io.mindstream.bridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.web.BridgeServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests for a replay that a bridge without a store refuses. */
@Timeout(60)
class ReplayHttpTest {

  private static final String PATH = "/api/v1/runs/sub-1_task-one_run-01/replay";

  private static BridgeServer server;

  @BeforeAll
  static void start() {
    server = BridgeServer.without();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldSayThatItHasNoStoreAndHowToNameOne() {
    Answer answer = server.post(PATH, "{\"speed\": \"max\", \"as\": \"run-02\"}");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.json().get("error").asText()).contains("mindstream.sink.s3.endpoint");
  }

  @Test
  void shouldNameTheFieldThatIsWrong() {
    Answer answer = server.post(PATH, "{\"speed\": \"fast\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("field").asText()).isEqualTo("speed");
  }

  @Test
  void shouldRefuseAFieldThatItDoesNotKnow() {
    assertThat(server.post(PATH, "{\"sped\": 1}").status()).isEqualTo(422);
  }

  @Test
  void shouldRefuseAPageOfAnotherSite() {
    Answer answer = server.post(PATH, "{}", "application/json", "http://elsewhere.example");
    assertThat(answer.status()).isEqualTo(403);
  }
}
