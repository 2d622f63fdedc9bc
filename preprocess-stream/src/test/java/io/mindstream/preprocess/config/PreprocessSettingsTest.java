package io.mindstream.preprocess.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.mindstream.preprocess.config.PreprocessConfig.Engine;
import io.mindstream.preprocess.config.PreprocessConfig.Waits;
import io.mindstream.preprocess.kafka.PreprocessService;
import io.mindstream.preprocess.normalise.RunningBaseline.Scale;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.quality.QualityLimits;
import io.mindstream.preprocess.roi.Realign;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.service.ServiceHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessSettingsTest {

  @Test
  void shouldWorkWithoutAnySetting() {
    assertThat(config(Map.of())).isEqualTo(PreprocessConfig.DEFAULT);
  }

  @Test
  void shouldTakeEverySetting() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("window", "per-event");
    properties.put("window-delay", "4s");
    properties.put("window-length", "6s");
    properties.put("normalisation", "running");
    properties.put("steady-volumes", "60");
    properties.put("realign", "on");
    properties.put("quality-dvars", "4");
    properties.put("revisions", "0s,20s");
    properties.put("min-share", "0.75");
    properties.put("header-wait", "1s");
    properties.put("roi-wait", "2s");
    properties.put("end-wait", "3s");
    properties.put("run-retention", "4m");
    properties.put("late-volumes", "4");
    properties.put("held-records", "5");
    properties.put("application-id", "mine");
    properties.put("state-dir", "/var/mine");
    properties.put("commit-interval", "50ms");
    properties.put("threads", "2");
    properties.put("buffered-records", "3");
    properties.put("close-timeout", "9s");

    assertThat(config(properties))
        .isEqualTo(
            new PreprocessConfig(
                new WindowMode.PerEvent(Duration.ofSeconds(4), Optional.of(Duration.ofSeconds(6))),
                new VectorMethod.Running(Scale.DEVIATION, 60),
                Realign.ON,
                new QualityLimits(0.2, 0.5, 4, 0.1, 0.2, 1, 0.2),
                new Revisions(List.of(Duration.ZERO, Duration.ofSeconds(20))),
                0.75,
                new Waits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(4)),
                4,
                5,
                new Engine(
                    "mine",
                    Path.of("/var/mine"),
                    Duration.ofMillis(50),
                    2,
                    3,
                    Duration.ofSeconds(9))));
  }

  @Test
  void shouldCutFixedWindowsOfEightSeconds() {
    assertThat(config(Map.of("window", "fixed")).windows()).isEqualTo(WindowMode.Fixed.STANDARD);
  }

  @Test
  void shouldTellEverythingThatIsWrongAtOnce() {
    Map<String, Object> wrong =
        Map.of(
            "window", "whole",
            "normalisation", "zscore",
            "min-share", "1.5",
            "threads", "0",
            "roi-wait", "-1s",
            "held-records", "0");

    assertThatThrownBy(() -> config(wrong))
        .rootCause()
        .hasMessageContainingAll(
            "mindstream.preprocess",
            "'whole'",
            "'zscore'",
            "min-share",
            "1.5",
            "threads",
            "roi-wait",
            "held-records");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "sliding"})
  void shouldNotModelTrialsWhereWindowsAreNoTrials(String window) {
    assertThatThrownBy(() -> config(Map.of("window", window, "normalisation", "glm()")))
        .hasStackTraceContaining("set window to per-event");
  }

  @Test
  void shouldSayWhatToDoInsteadOfTraining() {
    assertThatThrownBy(() -> config(Map.of("normalisation", "training")))
        .hasStackTraceContaining("set none, running or percent");
  }

  @Test
  void shouldMakeAServiceThatIsNotStartedYet() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(PreprocessService.class).health())
          .isEqualTo(new ServiceHealth.Stopped());
    }
  }

  private static PreprocessConfig config(Map<String, Object> properties) {
    Map<String, Object> named = new HashMap<>();
    properties.forEach((name, value) -> named.put("mindstream.preprocess." + name, value));
    try (ApplicationContext context = ApplicationContext.run(named)) {
      return context.getBean(PreprocessConfig.class);
    }
  }
}
