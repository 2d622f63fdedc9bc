package io.mindstream.decoder.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.checkpoint.CheckpointTensor;
import io.mindstream.testing.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"mind-vis-layers", "mind-vis-layers-2"})
  void shouldResizeAsPublicCodeDoes(String fixture) {
    Path folder = SharedData.of("fixtures").resolve(fixture);
    DoubleArray expected = NpyFile.read(folder.resolve("pos_embed_resized.npy"));
    try (Checkpoint encoder = Checkpoint.open(folder.resolve("fmri_encoder.pth"))) {
      CheckpointTensor table = encoder.weights().get("pos_embed");
      int tokens = (int) expected.shape()[1] - 1;
      assertThat(PositionTable.resize(table.floats(), (int) table.shape()[2], tokens))
          .containsExactly(expected.floats());
    }
  }

  @Test
  void shouldRoundRatioToFloat32() {
    float[] table = new float[13];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    float[] resized = PositionTable.resize(table, 1, 291);
    float ratio = 12f / 291;
    assertThat(resized[1 + 97]).isEqualTo(1 + (int) (97 * ratio));
  }
}
