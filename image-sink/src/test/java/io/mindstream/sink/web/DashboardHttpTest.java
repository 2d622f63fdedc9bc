package io.mindstream.sink.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Records;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.storage.TrialKeys;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static ApiServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    server = new ApiServer(folder);
    client =
        server.context.createBean(HttpClient.class, server.bean(EmbeddedServer.class).getURL());
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void shouldServeAPictureFromMemory() {
    server.bean(Board.class).image(Records.image(2, 0));
    assertThat(bytes("/api/v1/runs/" + Records.RUN + "/trials/2/sample-0.png"))
        .isEqualTo(Records.png(102).array());
  }

  @Test
  void shouldServeAnOlderPictureFromTheObjectStore() {
    server
        .objects()
        .put(new TrialKeys(new TrialKey(Records.RUN, 900)).image(3), new byte[] {7}, "image/png");
    assertThat(bytes("/api/v1/runs/" + Records.RUN + "/trials/900/sample-3.png"))
        .isEqualTo(new byte[] {7});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/runs/sub-01_task-x/trials/1/sample-0.png",
        "/api/v1/runs/sub-01_task-x/trials/1/metadata.png",
        "/api/v1/runs/sub-01_task-x/trials/1",
        "/api/v1/runs/sub-01_task-x/run.json",
        "/api/v1/runs/sub-01_task-x",
        "/api/v1/runs/..%2F..%2Fetc/trials/1/sample-0.png"
      })
  void shouldFindNothingElse(String path) {
    assertThatThrownBy(() -> get(path))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class, e -> assertThat(e.code()).isIn(400, 404, 422));
  }

  private static String get(String path) {
    return client.toBlocking().retrieve(path);
  }

  private static byte[] bytes(String path) {
    return client.toBlocking().retrieve(io.micronaut.http.HttpRequest.GET(path), byte[].class);
  }
}
