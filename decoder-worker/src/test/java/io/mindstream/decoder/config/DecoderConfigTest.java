package io.mindstream.decoder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.decoder.decoding.SamplerKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecoderConfigTest {

  @Test
  void shouldHaveDefaultsForAllButTheBundle() {
    DecoderConfig config = read(Map.of());

    assertThat(config.bundle()).isNull();
    assertThat(config.devices()).containsExactly(new DeviceChoice.Auto());
    assertThat(config.decodeSettings().sampling().sampler()).isEqualTo(SamplerKind.DPMPP);
    assertThat(config.decodeSettings().samples()).isEqualTo(1);
    assertThat(config.groupId()).isEqualTo("mindstream-decoder");
  }

  @Test
  void shouldNameTheInstanceAfterHostAndProcess() {
    assertThat(read(Map.of()).instanceId()).endsWith("-" + ProcessHandle.current().pid());
  }

  @Test
  void shouldReadEveryProperty() {
    DecoderConfig config =
        read(
            Map.ofEntries(
                Map.entry("mindstream.decoder.bundle", "/models/demo"),
                Map.entry("mindstream.decoder.device", "gpu:0,gpu:1"),
                Map.entry("mindstream.decoder.precision", "bf16"),
                Map.entry("mindstream.decoder.sampler", "plms"),
                Map.entry("mindstream.decoder.steps", "250"),
                Map.entry("mindstream.decoder.guidance", "1.5"),
                Map.entry("mindstream.decoder.samples", "5"),
                Map.entry("mindstream.decoder.preview-every", "0"),
                Map.entry("mindstream.decoder.threads", "2"),
                Map.entry("mindstream.decoder.instance-id", "worker-1"),
                Map.entry("mindstream.decoder.cache-dir", "/cache"),
                Map.entry("mindstream.decoder.group-id", "lab"),
                Map.entry("mindstream.decoder.stop-timeout", "30s")));

    assertThat(config)
        .isEqualTo(
            new DecoderConfig(
                Path.of("/models/demo"),
                List.of("gpu:0", "gpu:1"),
                Precision.BF16,
                SamplerKind.PLMS,
                250,
                1.5,
                5,
                0,
                2,
                "worker-1",
                Path.of("/cache"),
                "lab",
                RunChoice.ANY,
                Duration.ofSeconds(30)));
  }

  @Test
  void shouldReportAllProblemsTogether() {
    Map<String, Object> wrong =
        Map.of(
            "mindstream.decoder.steps", "0",
            "mindstream.decoder.samples", "1000",
            "mindstream.decoder.device", "tpu");

    assertThatThrownBy(() -> read(wrong))
        .rootCause()
        .hasMessageContaining("mindstream.decoder.steps must be 1 to 1000, got '0'")
        .hasMessageContaining("mindstream.decoder.samples must be 1 to 100, got '1000'")
        .hasMessageContaining("mindstream.decoder.device: there is no device 'tpu'");
  }

  @Test
  void shouldNotLetAutoChooseADeviceThatIsAlsoNamed() {
    assertThatThrownBy(() -> read(Map.of("mindstream.decoder.device", "auto,cpu")))
        .rootCause()
        .hasMessageContaining("must be auto alone");
  }

  private static DecoderConfig read(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      return context.getBean(DecoderConfig.class);
    }
  }
}
