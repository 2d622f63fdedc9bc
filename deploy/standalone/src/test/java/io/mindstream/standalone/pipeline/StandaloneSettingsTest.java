package io.mindstream.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneSettingsTest {

  private static final String STREAM = "mindstream.preprocess.bundle";
  private static final String WORKER = "mindstream.decoder.bundle";

  @TempDir Path folder;

  @Test
  void shouldGiveAModelToTheWorkerAndItsRecipeToTheStream() {
    Path bundle = folder.resolve("bundle");

    assertThat(StandaloneSettings.embedded(folder).withModel(bundle).properties())
        .isEqualTo(Map.of(WORKER, bundle.toString(), STREAM, bundle.toString()));
  }

  @Test
  void shouldKeepTheRecipeThatWasNamed() {
    assertThat(
            StandaloneSettings.embedded(folder)
                .with(STREAM, "another")
                .withModel(folder.resolve("bundle"))
                .properties())
        .containsEntry(STREAM, "another");
  }
}
