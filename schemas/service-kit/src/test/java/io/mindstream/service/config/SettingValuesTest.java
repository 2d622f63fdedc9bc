package io.mindstream.service.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValuesTest {

  @ParameterizedTest
  @CsvSource({
    "int, 20",
    "java.lang.Double, 0.25",
    "java.time.Duration, 20ms",
    "boolean, false",
    "java.util.concurrent.TimeUnit, seconds",
    "java.lang.String, anything",
    "int, ''",
  })
  void shouldTakeAValueThatFits(String type, String value) {
    assertThatCode(() -> require(type, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "int, abc, a whole number",
    "java.lang.Integer, 2.5, a whole number",
    "int, 3000000000, a whole number",
    "double, '0,25', a number",
    "java.time.Duration, soon, a time such as 500ms or 2s",
    "boolean, ture, true or false",
  })
  void shouldSayWhatAValueMustBe(String type, String value, String rule) {
    assertThatThrownBy(() -> require(type, value))
        .hasMessage("mindstream.test.setting must be " + rule + ", got '" + value + "'");
  }

  @Test
  void shouldSayWhichWordsThereAre() {
    assertThatThrownBy(() -> require(TimeUnit.class.getName(), "weeks"))
        .hasMessageContaining("one of nanoseconds", "days, got 'weeks'");
  }

  private static void require(String type, String value) {
    Setting setting = new Setting("mindstream.test.setting", type, false, Optional.empty(), "");
    KnownSettings known = new KnownSettings(Set.of("mindstream.test"), List.of(setting));
    try (ApplicationContext context = ApplicationContext.run(Map.of(setting.name(), value))) {
      SettingValues.require(known, context.getEnvironment());
    }
  }
}
