package io.mindstream.service.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {

  private static final SettingNames NAMES = new SettingNames(KnownSettings.onClassPath());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mindstream.kafka.bootstrap-servers",
        "mindstream.kafka.bootstrapServers",
        "mindstream.kafka.properties.security.protocol",
        "mindstream.topics.partitions",
        "mindstream.decoder.of-another-service",
        "micronaut.server.port",
      })
  void shouldTakeWhatSomebodyReads(String name) {
    assertThatCode(() -> require(PropertySource.of("file", Map.of(name, "x"))))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhatThereIsBesideAMisspeltSetting() {
    assertThatThrownBy(
            () -> require(PropertySource.of("file", Map.of("mindstream.registry.usr", "x"))))
        .hasMessage(
            "mindstream.registry.usr is no setting;"
                + " mindstream.registry has url, user, password, properties");
  }

  @Test
  void shouldRefuseSettingsOfNoService() {
    assertThatThrownBy(
            () -> require(PropertySource.of("file", Map.of("mindstream.kakfa.properties.a", "x"))))
        .hasMessageStartingWith("mindstream.kakfa.properties.a is no setting")
        .hasMessageContaining("mindstream.kafka");
  }

  @Test
  void shouldRefuseAMisspeltVariable() {
    assertThatThrownBy(() -> require(variable("MINDSTREAM_KAFKA_BOOTSTRAP_SERVER")))
        .hasMessage(
            "MINDSTREAM_KAFKA_BOOTSTRAP_SERVER is no setting;"
                + " mindstream.kafka has bootstrap-servers, properties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MINDSTREAM_KAFKA_BOOTSTRAP_SERVERS",
        "MINDSTREAM_KAFKA_PROPERTIES_SECURITY_PROTOCOL",
        "MINDSTREAM_DECODER_STEPS",
        "MINDSTREAM_JAVA_OPTS",
      })
  void shouldTakeVariables(String name) {
    assertThatCode(() -> require(variable(name))).doesNotThrowAnyException();
  }

  private static PropertySource variable(String name) {
    return PropertySource.of(
        "variables", Map.of(name, "x"), PropertyConvention.ENVIRONMENT_VARIABLE);
  }

  private static void require(PropertySource source) {
    try (ApplicationContext context =
        ApplicationContext.builder().propertySources(source).start()) {
      NAMES.require(context.getEnvironment());
    }
  }
}
