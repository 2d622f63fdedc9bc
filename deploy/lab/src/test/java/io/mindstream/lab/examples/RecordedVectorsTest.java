package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.bridge.source.ReplayOptions;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of one run of 40 volumes, TR 2 s, whose voxels have the volume's index as value. */
class RecordedVectorsTest {

  private static final VolumeShape SHAPE = new VolumeShape(2, 2, 1);
  private static final int VOLUMES = 40;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    series("sub-1_task-view_run-1_bold.nii", VOLUMES, index -> index);
    series("all_mask.nii", 1, index -> 1);
    StringBuilder events = new StringBuilder("onset\tduration\twindow_delay\twindow_length\n");
    events.append("2\t4\t4\t2\n2\t4\tn/a\tn/a\n");
    for (int onset = 12; onset < 60; onset += 8) {
      events.append(onset).append("\t4\tn/a\tn/a\n");
    }
    Files.writeString(folder.resolve("sub-1_task-view_run-1_events.tsv"), events);
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

  private void series(String name, int volumes, IntUnaryOperator value) {
    NiftiHeader header =
        new NiftiHeader(
            1,
            ByteOrder.LITTLE_ENDIAN,
            SHAPE,
            volumes,
            NiftiType.INT16,
            1,
            0,
            List.of(2.0, 2.0, 2.0),
            List.of(2.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0),
            OptionalDouble.of(2),
            0);
    try (NiftiWriter writer = NiftiWriter.create(folder.resolve(name), header)) {
      for (int index = 0; index < volumes; index++) {
        ByteBuffer voxels =
            ByteBuffer.allocate((int) header.volumeBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int voxel = 0; voxel < SHAPE.voxels(); voxel++) {
          voxels.putShort((short) value.applyAsInt(index));
        }
        writer.write(voxels.flip());
      }
    }
  }
}
