package io.mindstream.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.Speed;
import io.mindstream.service.PipelineService;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgeConfigTest {

  @Test
  void shouldPlayNothingByDefault() {
    try (ApplicationContext context = ApplicationContext.run()) {
      BridgeConfig config = context.getBean(BridgeConfig.class);
      assertThat(config.feed()).isEmpty();
      assertThat(config.playback().speed()).isEqualTo(Speed.REAL_TIME);
      assertThat(config.roiThreshold()).isEqualTo(0.25);
    }
  }

  @Test
  void shouldTakeEveryProperty() {
    Map<String, Object> properties =
        Map.of(
            "mindstream.bridge.simulate", "true",
            "mindstream.bridge.speed", "max",
            "mindstream.bridge.session", "02",
            "mindstream.bridge.model", "demo",
            "mindstream.bridge.roi", "V1",
            "mindstream.bridge.simulation.runs", "2",
            "mindstream.bridge.simulation.trials", "5",
            "mindstream.bridge.simulation.subject-seed", "9",
            "mindstream.bridge.simulation.volume-shape", "20x20x10");
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      BridgeConfig config = context.getBean(BridgeConfig.class);
      Feed feed = config.feed().orElseThrow();
      assertThat(feed.expectedTrials()).isEqualTo(10);
      assertThat(feed.roi().getRoiId()).startsWith("sub-sim9_");
      assertThat(feed.roi().getGeometry().getNx()).isEqualTo(20);
      assertThat(config.playback().speed().isMax()).isTrue();
      assertThat(config.playback().session()).contains("02");
      assertThat(config.playback().modelId()).contains("demo");
      assertThat(config.playback().roiId()).contains("V1");
    }
  }

  @Test
  void shouldRefuseTwoFeeds() {
    Map<String, Object> properties =
        Map.of("mindstream.bridge.simulate", "true", "mindstream.bridge.source", "/data");
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      BridgeConfig config = context.getBean(BridgeConfig.class);
      assertThatThrownBy(config::feed).hasMessageContaining("exclude each other");
    }
  }

  @Test
  void shouldOfferTheServicesWithoutStartingThem() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBeansOfType(PipelineService.class))
          .hasAtLeastOneElementOfType(BridgeService.class)
          .noneMatch(service -> service.health().up());
    }
  }
}
