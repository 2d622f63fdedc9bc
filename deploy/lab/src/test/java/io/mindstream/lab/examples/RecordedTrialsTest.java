package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials whose events ask for no window delay, but for one: for 4 s. */
class RecordedTrialsTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    RampFolder.write(folder);
  }

  @Test
  void shouldHaveOwnDelaysWhereAnEventsIsNotTheRecipes() {
    assertThat(trials(4.002).haveOwnDelays()).isTrue();
  }

  @Test
  void shouldHaveNoneWhereEachEventsIsTheRecipes() {
    assertThat(trials(4.0004).haveOwnDelays()).isFalse();
  }

  private RecordedTrials trials(double windowDelay) {
    VectorRecipe recipe = new VectorRecipe(windowDelay, VectorRecipe.SIMULATED.method(), 0);
    return RecordedTrials.read(folder, ReplayOptions.defaults(), recipe);
  }
}
