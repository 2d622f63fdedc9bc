package io.mindstream.sink.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.sink.Records;
import io.mindstream.sink.kafka.SinkTopics;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers by HTTP, from records on a real broker. */
@Timeout(120)
class AnswerHttpTest {

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String RUN = "/api/runs/" + Records.RUN;

  private static SinkTopics kafka;
  private static ApplicationContext context;

  @BeforeAll
  static void start() {
    kafka = new SinkTopics(broker.settings());
    context =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "micronaut.server.port",
                    -1,
                    "mindstream.kafka.bootstrap-servers",
                    broker.settings().bootstrapServers()))
            .singletons(kafka.registry)
            .start();
    context.getBean(EmbeddedServer.class).start();
    kafka.send(kafka.topics.runs(), List.of(Records.run(RunState.STARTED)));
    await().until(() -> get(RUN + "/trials/0/result").statusCode() == 202);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void shouldAnswerAsSoonAsTheLastPictureIsDecoded() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting =
        CLIENT.sendAsync(
            request("/api/runs/current/trials/7/result?wait=60&include=png").build(),
            BodyHandlers.ofString());
    kafka.send(kafka.topics.images(), List.of(Records.image(7, 0), Records.image(7, 1)));
    JsonNode result = json(waiting.get());
    assertThat(result.get("status").asText()).isEqualTo("decoded");
    assertThat(Base64.getDecoder().decode(result.at("/samples/1/png").asText()))
        .isEqualTo(Records.png(108).array());
    assertThat(result.get("latencyMs").asDouble()).isEqualTo(90);
  }

  @Test
  void shouldSaySoWhereNothingIsDecodedInTime() throws Exception {
    HttpResponse<String> answer = get(RUN + "/trials/900/result?wait=0.2");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("status").asText()).isEqualTo("pending");
    assertThat(json(answer).has("deadline")).isTrue();
  }

  @Test
  void shouldNameTheRunsWhereOneIsNotKnown() throws Exception {
    HttpResponse<String> answer = get("/api/runs/sub-9_task-none/trials/1/result?wait=60");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(Records.RUN);
  }

  @Test
  void shouldRefuseAWaitThatIsTooLong() {
    assertThat(get(RUN + "/trials/1/result?wait=999").statusCode()).isEqualTo(422);
  }

  @Test
  void shouldStreamResultsAndMissedDeadlines() throws Exception {
    try (InputStream events =
        CLIENT
            .send(request(RUN + "/results?deadline=1").build(), BodyHandlers.ofInputStream())
            .body()) {
      kafka.send(kafka.topics.events(), List.of(Records.event(21)));
      Scanner lines = new Scanner(events, UTF_8);
      assertThat(following(lines, "event: deadline-missed")).contains("\"trial\":21");
      kafka.send(kafka.topics.images(), List.of(Records.image(22, 0), Records.image(22, 1)));
      await().until(() -> following(lines, "event: result").contains("\"trial\":22"));
    }
  }

  /** The data of the next event of a name. */
  private static String following(Scanner lines, String name) {
    String line = lines.nextLine();
    while (!line.equals(name)) {
      line = lines.nextLine();
    }
    while (!line.startsWith("data:")) {
      line = lines.nextLine();
    }
    return line;
  }

  private static HttpResponse<String> get(String path) {
    return CLIENT.sendAsync(request(path).build(), BodyHandlers.ofString()).join();
  }

  private static HttpRequest.Builder request(String path) {
    int port = context.getBean(EmbeddedServer.class).getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
