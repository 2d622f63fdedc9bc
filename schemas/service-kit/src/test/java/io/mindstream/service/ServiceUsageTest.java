package io.mindstream.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.service.config.KnownSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUsageTest {

  private final ServiceUsage usage = new ServiceUsage("decoder-worker", 8083);

  @Test
  void shouldSayEachSettingWithItsDefault() {
    assertThat(usage.text(KnownSettings.onClassPath()).replaceAll("\\s+", " "))
        .contains(
            "-mindstream.kafka.bootstrap-servers=VALUE"
                + " HOST:PORT, several with commas (default: localhost:9092)");
  }

  @Test
  void shouldSayWhereHealthIs() {
    assertThat(usage.text(KnownSettings.onClassPath())).contains("/health", "8083");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-mindstream.decoder.bundle=my bundle", "--mindstream.bridge.runs[0]=1"})
  void shouldLetTheServiceBeginWithSettings(String argument) {
    assertThat(usage.answer(new String[] {argument})).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle", "--bundle=x", "-mindstream.decoder.bundle", "start"})
  void shouldExitWhereAnArgumentIsNoSetting(String argument) {
    assertThat(usage.answer(new String[] {argument})).contains(2);
  }
}
