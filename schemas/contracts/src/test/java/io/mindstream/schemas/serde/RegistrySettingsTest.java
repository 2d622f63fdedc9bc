package io.mindstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that asks for a name, and then gives every new schema the id 7. */
class RegistrySettingsTest {

  private static final Schema SCHEMA = SchemaBuilder.record("R").fields().endRecord();

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext(
            "/",
            exchange -> {
              String answer = exchange.getRequestMethod().equals("POST") ? "{\"id\":7}" : "[]";
              exchange.getResponseHeaders().add("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, answer.length());
              exchange.getResponseBody().write(answer.getBytes(StandardCharsets.US_ASCII));
              exchange.close();
            })
        .setAuthenticator(
            new BasicAuthenticator("registry") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("lab") && password.equals("pass:word");
              }
            });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldGiveTheCredentialsToTheRegistry() {
    RegistrySettings settings = RegistrySettings.of(url()).withCredentials("lab", "pass:word");
    assertThat(new SchemaRegistry(settings).register("r-value", SCHEMA)).isEqualTo(7);
  }

  @Test
  void shouldTakeTheCredentialsAsAPropertyToo() {
    RegistrySettings settings =
        new RegistrySettings(url(), Map.of("basic.auth.user.info", "lab:pass:word"));
    assertThat(new SchemaRegistry(settings).register("r-value", SCHEMA)).isEqualTo(7);
  }

  @Test
  void shouldSayWhatToSetWhereTheRegistryAsksForAName() {
    SchemaRegistry registry = new SchemaRegistry(url());
    assertThatThrownBy(() -> registry.register("r-value", SCHEMA))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("mindstream.registry.user");
  }

  @Test
  void shouldGiveTlsPropertiesToTheClientUnderItsPrefix() {
    RegistrySettings settings =
        new RegistrySettings("https://a", Map.of("ssl.truststore.location", "t.jks"));
    assertThat(settings.clientProperties())
        .containsEntry("schema.registry.ssl.truststore.location", "t.jks");
  }

  @Test
  void shouldNotShowCredentials() {
    assertThat(RegistrySettings.of("http://u:secret@a:1,http://u:secret@b").toString())
        .isEqualTo("http://a:1,http://b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8081", "http://", "http://a,b", "file:///tmp"})
  void shouldRefuseWhatIsNoUrl(String url) {
    assertThatThrownBy(() -> RegistrySettings.of(url))
        .hasMessageContaining("mindstream.registry.url");
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
