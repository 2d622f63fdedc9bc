package io.mindstream.sink.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mindstream.service.OpenAddress;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: an HTTP client sends no foreign Host header. */
class DashboardGuardTest {

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = server("127.0.0.1");
  }

  @AfterAll
  static void stop() {
    server.getApplicationContext().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/state", "/api/v1/changes", "/api/v1/runs", "/health"})
  void shouldRefuseANameThatIsNotItsOwn(String path) throws IOException {
    assertThat(get(path, "rebound.example")).startsWith("HTTP/1.1 421");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8080", "lab.example"})
  void shouldAnswerToItsOwnNames(String host) throws IOException {
    assertThat(get("/api/v1/state", host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/js/app.js", "/api/v1/state", "/no/such/page"})
  void shouldLetNothingOfAnotherSiteIntoThePage(String path) throws IOException {
    assertThat(get(path, "localhost"))
        .containsIgnoringCase("\r\ncontent-security-policy: default-src 'none'; script-src 'self'")
        .contains("frame-ancestors 'none'")
        .containsIgnoringCase("\r\nx-content-type-options: nosniff");
  }

  @Test
  void shouldAllowNoForeignOrigin() throws IOException {
    assertThat(get("/api/v1/state", "localhost\r\nOrigin: https://elsewhere.example"))
        .doesNotContainIgnoringCase("access-control-allow");
  }

  @Test
  void shouldSayNothingWhereOnlyThisMachineIsServed() {
    assertThat(OpenAddress.warning(server)).isEmpty();
  }

  @Test
  void shouldSayLoudlyThatNobodyIsAskedForAName() {
    EmbeddedServer open = server("0.0.0.0");
    try {
      assertThat(OpenAddress.warning(open).orElseThrow()).contains("NOBODY IS ASKED FOR A NAME");
    } finally {
      open.getApplicationContext().close();
    }
  }

  private static EmbeddedServer server(String host) {
    return ApplicationContext.run(
            Map.of(
                "micronaut.server.port",
                -1,
                "micronaut.server.host",
                host,
                "mindstream.kafka.bootstrap-servers",
                "localhost:1",
                "endpoints.prometheus.sensitive",
                false,
                "mindstream.sink.dashboard.hosts",
                "lab.example"))
        .getBean(EmbeddedServer.class)
        .start();
  }

  private static String get(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
