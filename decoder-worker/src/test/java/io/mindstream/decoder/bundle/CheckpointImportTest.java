package io.mindstream.decoder.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.checkpoint.Checkpoint;
import io.mindstream.decoder.checkpoint.CheckpointException;
import io.mindstream.decoder.model.ArchitectureInference.UntoldSizes;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointImportTest {

  @TempDir private Path folder;

  private static final CheckpointImport.Labels LABELS =
      new CheckpointImport.Labels("test", "a fixture", new VoxelScaling.Own(), null, null);

  private Path importTo(String name, Checkpoint checkpoint, int heads) {
    Path out = folder.resolve(name);
    new CheckpointImport(checkpoint, new UntoldSizes(heads, 1, 16))
        .write(BundleWriter.to(out, false, WriteListener.NONE), LABELS);
    return out;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mind-vis-tiny", "mind-vis-layers", "mind-vis-layers-2"})
  void shouldKeepEveryNumber(String fixture) {
    Path files = SharedData.of("fixtures").resolve(fixture);
    try (Checkpoint checkpoint = Checkpoint.open(files.resolve("finetuned.pth"))) {
      int heads = EncoderHeads.find(checkpoint, files.resolve("fmri_encoder.pth"));
      try (ModelBundle bundle = ModelBundle.open(importTo("bundle", checkpoint, heads))) {
        for (String name : bundle.weights().names()) {
          float[] expected = checkpoint.weights().get(name).floats();
          float[] found = new float[expected.length];
          bundle.weights().data(name).asFloatBuffer().get(found);
          assertThat(Arrays.equals(found, expected)).as(name).isTrue();
        }
      }
    }
  }

  @Test
  void shouldReadScheduleAndSamplingFromCheckpoint() {
    Path files = SharedData.of("fixtures/mind-vis-tiny");
    try (Checkpoint checkpoint = Checkpoint.open(files.resolve("finetuned.pth"));
        ModelBundle bundle = ModelBundle.open(importTo("bundle", checkpoint, 4))) {
      BundleDescription description = bundle.description();
      assertThat(description.T()).isEqualTo(1000);
      assertThat(description.betaStart()).isEqualTo(0.0015);
      assertThat(description.betaEnd()).isEqualTo(0.0195);
      assertThat(description.sampling()).isEqualTo(new SamplingDefaults("plms", 10, 2, 1.0));
    }
  }

  @Test
  void shouldNameBothOptionsWhenHeadsAreUnknown() {
    Path files = SharedData.of("fixtures/mind-vis-tiny");
    try (Checkpoint checkpoint = Checkpoint.open(files.resolve("finetuned.pth"))) {
      assertThatThrownBy(() -> EncoderHeads.find(checkpoint, null))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("--encoder-checkpoint")
          .hasMessageContaining("--encoder-heads");
    }
  }

  @Test
  void shouldRefuseEncoderOfAnotherModel() {
    Path files = SharedData.of("fixtures");
    try (Checkpoint checkpoint = Checkpoint.open(files.resolve("mind-vis-tiny/finetuned.pth"))) {
      assertThatThrownBy(
              () ->
                  EncoderHeads.find(checkpoint, files.resolve("mind-vis-layers/fmri_encoder.pth")))
          .hasMessageContaining("another encoder");
    }
  }

  @Test
  void shouldNotReplaceBundleUnlessTold() throws IOException {
    Path files = SharedData.of("fixtures/mind-vis-tiny");
    try (Checkpoint checkpoint = Checkpoint.open(files.resolve("finetuned.pth"))) {
      Path out = importTo("bundle", checkpoint, 4);
      assertThatThrownBy(() -> BundleWriter.to(out, false, WriteListener.NONE))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("--force");
      new CheckpointImport(checkpoint, new UntoldSizes(4, 1, 8))
          .write(BundleWriter.to(out, true, WriteListener.NONE), LABELS);
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).containsExactly(out);
      }
    }
  }
}
