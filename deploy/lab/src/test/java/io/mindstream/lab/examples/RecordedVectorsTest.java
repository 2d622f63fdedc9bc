package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedVectorsTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    RampFolder.write(folder);
  }

  @Test
  void shouldCutTheWindowThatAnEventAsksFor() {
    List<RecordedVector> vectors = vectors("none").vectors();

    assertThat(vectors.get(0).values()).containsOnly(3); // the volume from 6 to 8 s
    assertThat(vectors.get(1).values()).containsOnly(4.5f); // those from 8 to 12 s
  }

  @Test
  void shouldNoteTheTrialsThatHaveTooFewBeforeThem() {
    RecordedVectors made = vectors("glm(motion=0,drift=poly0,noise=white,standard=running)");

    assertThat(made.vectors()).hasSize(4);
    assertThat(made.notes()).hasSize(4).allMatch(note -> note.contains("to be told against"));
  }

  private RecordedVectors vectors(String normalisation) {
    BidsReplay replay = BidsReplay.open(folder, ReplayOptions.defaults());
    PreprocessConfig config =
        PreprocessConfig.DEFAULT.with(
            WindowMode.PerEvent.STANDARD, VectorMethod.of(normalisation, 0));
    return RecordedVectors.of(replay, WindowMode.PerEvent.STANDARD, config);
  }
}
