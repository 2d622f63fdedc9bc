package io.mindstream.standalone.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreSettings;
import io.mindstream.storage.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedObjectStoreTest {

  private static final ObjectStoreKeys KEYS = new ObjectStoreKeys("access", "secret");
  private static final String KEY = "run/trial-0000.json";

  @TempDir Path folder;
  private EmbeddedObjectStore server;

  @BeforeEach
  void start() {
    server = EmbeddedObjectStore.start(folder, Port.anyFree("--s3-port"), KEYS);
    put("{}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldKeepObjectsOverARestart() {
    server.close();
    server = EmbeddedObjectStore.start(folder, Port.anyFree("--s3-port"), KEYS);
    try (ObjectStore client = client(KEYS)) {
      assertThat(client.get(KEY)).hasValue("{}".getBytes(UTF_8));
    }
  }

  @Test
  void shouldRefuseAnotherSecret() {
    try (ObjectStore client = client(new ObjectStoreKeys("access", "guessed"))) {
      assertThatThrownBy(() -> client.get(KEY)).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void shouldRefuseWhoeverHasNoKeys(String method) throws Exception {
    assertThat(send(method, "/images/" + KEY).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/images", "/images?list-type=2"})
  void shouldNotListForWhoeverHasNoKeys(String path) throws Exception {
    assertThat(send("GET", path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
  void shouldAllowNoForeignOrigin(String method) throws Exception {
    assertThat(send(method, "/images/" + KEY).headers().map().keySet())
        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  /** As a page of another origin sends it, a preflight included. */
  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.noBody())
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "DELETE")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private void put(String text) {
    try (ObjectStore client = client(KEYS)) {
      client.put(KEY, text.getBytes(UTF_8), "application/json");
    }
  }

  private ObjectStore client(ObjectStoreKeys keys) {
    return new S3ObjectStore(
        StoreSettings.of(server.address(), "images", keys.access(), keys.secret()));
  }
}
