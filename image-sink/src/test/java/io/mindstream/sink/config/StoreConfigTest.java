package io.mindstream.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.mindstream.storage.StoreSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreConfigTest {

  @Test
  void shouldLookForALocalStoreByDefault() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(StoreConfig.class))
          .isEqualTo(
              new StoreConfig(
                  "http://localhost:9000", "us-east-1", "mindstream", "", "", "", true, "", 3));
    }
  }

  @Test
  void shouldTakeEveryValueFromItsProperty() {
    Map<String, Object> properties =
        Map.of(
            "mindstream.sink.s3.endpoint", "https://s3.example.org",
            "mindstream.sink.s3.region", "eu-1",
            "mindstream.sink.s3.bucket", "lab",
            "mindstream.sink.s3.prefix", "room-2/",
            "mindstream.sink.s3.path-style", "false",
            "mindstream.sink.s3.encryption", "AES256",
            "mindstream.sink.s3.attempts", "5",
            "mindstream.sink.s3.access-key", "k",
            "mindstream.sink.s3.secret-key", "s");
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThat(context.getBean(StoreConfig.class))
          .isEqualTo(
              new StoreConfig(
                  "https://s3.example.org",
                  "eu-1",
                  "lab",
                  "room-2/",
                  "k",
                  "s",
                  false,
                  "AES256",
                  5));
    }
  }

  @Test
  void shouldNameEverythingThatIsWrong() {
    assertThatThrownBy(() -> new StoreConfig("nowhere", "r", "A", "/x", "k", "", true, "rot13", 0))
        .hasMessageContaining(".endpoint")
        .hasMessageContaining(".bucket")
        .hasMessageContaining(".prefix")
        .hasMessageContaining(".encryption")
        .hasMessageContaining(".attempts")
        .hasMessageContaining(".secret-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "a..b", "192.168.0.1", "Upper", "-a1", "a1.", "a_b"})
  void shouldRefuseABucketThatS3Refuses(String bucket) {
    assertThatThrownBy(() -> StoreSettings.of("http://a", bucket, "", ""))
        .hasMessageContaining("mindstream.sink.s3.bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "http://", "http:/a", "ftp://a", "http://a b"})
  void shouldRefuseAnEndpointThatIsNoUrl(String endpoint) {
    assertThatThrownBy(() -> StoreSettings.of(endpoint, "bucket", "", ""))
        .hasMessageContaining("mindstream.sink.s3.endpoint");
  }

  @Test
  void shouldNotShowTheSecret() {
    assertThat(StoreSettings.of("http://a", "bucket", "k", "hidden").toString())
        .doesNotContain("hidden");
  }
}
