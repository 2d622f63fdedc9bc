package io.mindstream.sink.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own files, over HTTP as a browser gets them. */
class PageHttpTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server =
        ApplicationContext.run(
                Map.of(
                    "micronaut.server.port",
                    -1,
                    "mindstream.kafka.bootstrap-servers",
                    "localhost:1"))
            .getBean(EmbeddedServer.class)
            .start();
  }

  @AfterAll
  static void stop() {
    server.getApplicationContext().close();
  }

  static Stream<String> files() throws IOException, URISyntaxException {
    URI index =
        Objects.requireNonNull(PageHttpTest.class.getResource("/dashboard/index.html")).toURI();
    Path folder = Path.of(index).getParent();
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.toString().matches(".*\\.(js|css|svg|woff2)"))
          .map(file -> "/assets/" + folder.relativize(file))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  @ValueSource(
      strings = {
        "/",
        "/assets/vendor/lit-html/lit-html.js",
        "/assets/vendor/lit-html/directives/repeat.js",
        "/assets/vendor/uplot/dist/uPlot.esm.js",
        "/assets/vendor/uplot/dist/uPlot.min.css"
      })
  void shouldServeThePageFromItsOwnJars(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldNotAskAnyOtherHostForAnything(String path) throws Exception {
    assertThat(get(path).body())
        .doesNotContainPattern("(src|href|url\\(|fetch\\(|import|from)[^\\n]{0,5}[\"'(]https?://");
  }

  @Test
  void shouldSendAScriptAsAScript() throws Exception {
    assertThat(get("/assets/js/app.js").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
  }

  @Test
  void shouldNotSendAgainWhatDidNotChange() throws Exception {
    String changed = get("/assets/js/app.js").headers().firstValue("Last-Modified").orElseThrow();
    assertThat(get("/assets/js/app.js", "If-Modified-Since", changed).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/secret.txt",
        "/assets/js/absent.js",
        "/assets/fonts/LICENSE",
        "/assets/../application.yml",
        "/assets/..%2Fapplication.yml",
        "/assets/vendor/lit-html/absent.js",
        "/assets/vendor/lit-html/..%2F..%2F..%2F..%2Fx.js",
        "/assets/vendor/jquery/jquery.js"
      })
  void shouldServeNothingElse(String path) throws Exception {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }
}
