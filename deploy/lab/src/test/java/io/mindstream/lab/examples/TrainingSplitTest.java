package io.mindstream.lab.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mindstream.lab.training.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSplitTest {

  @TempDir private Path bundle;

  @Test
  void shouldKeepRunsVoxelsAndVectors() throws IOException {
    float[] vector = {0.25f, -1.5f};
    new TrainingSplit(
            List.of("sub-1_run-01"),
            "sub-1_desc-visual",
            List.of(7, 9),
            List.of(new RecordedTrial("sub-1_run-01", "face", vector, vector, vector)))
        .write(bundle);

    TrainingSplit read = TrainingSplit.read(bundle);

    assertEquals(List.of("sub-1_run-01"), read.runs());
    assertEquals(List.of(7, 9), read.roiIndices());
    assertArrayEquals(vector, read.trials().get(0).vector());
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    TrainingException refused =
        assertThrows(TrainingException.class, () -> TrainingSplit.read(bundle));

    assertTrue(String.valueOf(refused.getMessage()).contains("training-split.json"));
  }
}
