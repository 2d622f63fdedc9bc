package io.mindstream.preprocess.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleRecipeTest {

  @TempDir Path bundle;

  private BundleRecipe read(String json) throws IOException {
    Files.writeString(bundle.resolve("bundle.json"), json);
    return BundleRecipe.read(bundle);
  }

  @Test
  void shouldReadTheRecipeOfABundle() throws IOException {
    assertThat(
            read(
                """
                {"format": 1, "model": {"vectors":
                  {"normalisation": "running", "windowDelaySeconds": 2.5, "steadyVolumes": 120}}}
                """))
        .isEqualTo(new BundleRecipe("running", Duration.ofMillis(2500), 120, Duration.ZERO));
  }

  @Test
  void shouldKnowNothingOfABundleWithoutRecipe() throws IOException {
    assertThat(read("{\"format\": 1, \"model\": {}}")).isEqualTo(BundleRecipe.NONE);
  }

  @Test
  void shouldNameTheSettingWhereThereIsNoBundle() {
    assertThatThrownBy(() -> BundleRecipe.read(bundle))
        .hasMessageContaining("mindstream.preprocess.bundle")
        .hasMessageContaining("bundle.json");
  }
}
