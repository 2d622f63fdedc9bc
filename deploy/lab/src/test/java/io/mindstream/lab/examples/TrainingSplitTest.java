package io.mindstream.lab.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSplitTest {

  private static final float[] VECTOR = {0.25f, -1.5f};
  private static final TrainingSplit SPLIT =
      new TrainingSplit(
          List.of("sub-1_run-01"),
          "sub-1_desc-visual",
          List.of(7, 9),
          List.of(new RecordedTrial("sub-1_run-01", "face", VECTOR, VECTOR, VECTOR)));

  @TempDir private Path bundle;

  @Test
  void shouldKeepRunsVoxelsAndVectors() throws IOException {
    SPLIT.write(bundle);

    TrainingSplit read = TrainingSplit.read(bundle);

    assertEquals(List.of("sub-1_run-01"), read.runs());
    assertEquals(List.of(7, 9), read.roiIndices());
    assertArrayEquals(VECTOR, read.trials().get(0).vector());
  }

  @Test
  void shouldTakeTheVoxelsOfTheBundlesRegion() throws IOException {
    region(7, 9);
    SPLIT.write(bundle);

    assertFalse(Files.readString(bundle.resolve("training-split.json")).contains("roiIndices"));
    assertEquals(List.of(7, 9), TrainingSplit.read(bundle).roiIndices());
  }

  @Test
  void shouldKeepVoxelsThatAreNotTheRegions() throws IOException {
    region(7, 8, 9);
    SPLIT.write(bundle);

    assertEquals(List.of(7, 9), TrainingSplit.read(bundle).roiIndices());
  }

  @Test
  void shouldRefuseARegionThatIsAnotherThanThen() throws IOException {
    region(7, 9);
    SPLIT.write(bundle);
    region(9, 7);

    TrainingException refused =
        assertThrows(TrainingException.class, () -> TrainingSplit.read(bundle));
    assertTrue(String.valueOf(refused.getMessage()).contains("another region"));
  }

  @Test
  void shouldReadABundleOfAnOlderProgram() throws IOException {
    Files.writeString(
        bundle.resolve("training-split.json"),
        "{\"runs\":[\"sub-1_run-01\"],\"roiId\":\"VC\",\"roiIndices\":[7,9],\"trials\":[]}");

    assertEquals(List.of(7, 9), TrainingSplit.read(bundle).roiIndices());
  }

  private void region(Integer... voxels) throws IOException {
    RoiMask mask =
        RoiMask.newBuilder()
            .setRoiId("sub-1_desc-visual")
            .setGeometry(
                Geometry.newBuilder()
                    .setNx(4)
                    .setNy(4)
                    .setNz(1)
                    .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                    .setAffine(List.of(3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0))
                    .build())
            .setIndices(List.of(voxels))
            .build();
    RegionFile.write(bundle, mask, Optional.empty());
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    TrainingException refused =
        assertThrows(TrainingException.class, () -> TrainingSplit.read(bundle));

    assertTrue(String.valueOf(refused.getMessage()).contains("training-split.json"));
  }
}
