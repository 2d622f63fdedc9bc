package io.mindstream.imaging.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.nifti.HeaderTime;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskFileTest {

  /** Voxel (x, y, z) of the run lies at (3 x, 3 y, 3 z) mm. */
  private static final VolumeShape RUN = new VolumeShape(4, 3, 2);

  private static final List<Double> STRAIGHT = affine(3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3, 0);

  @TempDir private Path folder;

  @Test
  void shouldTakeTheVoxelsOfTheSameGrid() {
    assertThat(onRun(mask(RUN, STRAIGHT, 0, 5), false).getIndices()).containsExactly(0, 5);
  }

  @Test
  void shouldNotMindTheRoundingOfAnAffine() {
    List<Double> rounded = affine(3.001, 0, 0.002, 0.01, 0, 3, 0, 0, 0, 0, 3, 0);
    assertThat(onRun(mask(RUN, rounded, 7), false).getIndices()).containsExactly(7);
  }

  @Test
  void shouldFindTheVoxelsOfAMaskWithAReversedAxis() {
    List<Double> reversed = affine(-3, 0, 0, 9, 0, 3, 0, 0, 0, 0, 3, 0);
    RoiMask mask = onRun(mask(RUN, reversed, 3, 6), false); // (3,0,0) and (2,1,0)
    assertThat(mask.getIndices()).containsExactly(0, 5);
    assertThat(mask.getDescription()).contains("brought together by the affines");
  }

  @Test
  void shouldFindTheVoxelsOfAMaskWithExchangedAxes() {
    List<Double> exchanged = affine(0, 3, 0, 0, 0, 0, -3, 6, 3, 0, 0, 0);
    VolumeShape own = new VolumeShape(2, 4, 3); // Its x is the run's z, its z the run's -y.
    RoiMask mask = onRun(mask(own, exchanged, own.index(1, 3, 0)), false);
    assertThat(mask.getIndices()).containsExactly(RUN.index(3, 2, 1));
  }

  @Test
  void shouldRefuseAMaskThatLiesElsewhereAndNameBothAffines() {
    MaskFile shifted = mask(RUN, affine(3, 0, 0, 1.5, 0, 3, 0, 0, 0, 0, 3, 0), 0);
    assertThatThrownBy(() -> onRun(shifted, false))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining("[3 0 0 0; 0 3 0 0; 0 0 3 0]")
        .hasMessageContaining("[3 0 0 1.5; 0 3 0 0; 0 0 3 0]")
        .hasMessageContaining("--resample-mask");
  }

  @Test
  void shouldTakeTheNearestVoxelsWhereAsked() {
    VolumeShape fine = new VolumeShape(12, 9, 6);
    MaskFile mask = mask(fine, affine(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0), fine.index(3, 6, 3));
    RoiMask resampled = onRun(mask, true);
    assertThat(resampled.getIndices()).containsExactly(RUN.index(1, 2, 1));
    assertThat(resampled.getDescription()).contains("nearest neighbour");
  }

  @Test
  void shouldSayThatAMaskWithoutAPlaceIsTakenByIndices() {
    NiftiHeader placed = header(RUN, 1, STRAIGHT);
    NiftiHeader unplaced =
        new NiftiHeader(
            1,
            placed.order(),
            RUN,
            1,
            placed.type(),
            1,
            0,
            placed.voxelSizeMm(),
            STRAIGHT,
            false,
            new HeaderTime(0, HeaderTime.Unit.NONE),
            0);
    RoiMask mask = mask(RUN, STRAIGHT, 5).on(unplaced, "run", false, "1");
    assertThat(mask.getIndices()).containsExactly(5);
    assertThat(mask.getDescription()).contains("no sform, no qform");
  }

  @Test
  void shouldRefuseAMaskOfSeveralVolumes() {
    Path file = write("four_mask.nii", header(RUN, 2, STRAIGHT), 0);
    assertThatThrownBy(() -> MaskFile.read(file))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("three dimensions");
  }

  @Test
  void shouldRefuseAnEmptyMaskByItsName() {
    Path file = write("none_mask.nii", header(RUN, 1, STRAIGHT));
    assertThatThrownBy(() -> MaskFile.read(file))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining(file + ": the mask is empty");
  }

  @Test
  void shouldTakeTheOnlyMaskOfSeveralOnTheRunsGrid() {
    Path fits = write("a_mask.nii", header(RUN, 1, STRAIGHT), 1);
    Path other = write("b_mask.nii", header(new VolumeShape(2, 2, 2), 1, STRAIGHT), 1);
    assertThat(MaskChoice.of(List.of(fits, other), header(RUN, 5, STRAIGHT))).contains(fits);
  }

  @Test
  void shouldListTheMasksWhereSeveralMayBeMeant() {
    Path one = write("a_mask.nii", header(RUN, 1, STRAIGHT), 1);
    Path two = write("b_mask.nii", header(RUN, 1, STRAIGHT), 2);
    assertThatThrownBy(() -> MaskChoice.of(List.of(one, two), header(RUN, 5, STRAIGHT)))
        .isInstanceOf(RoiException.class)
        .hasMessageContaining(one.toString())
        .hasMessageContaining(two.toString())
        .hasMessageContaining("--mask");
  }

  private static RoiMask onRun(MaskFile mask, boolean resample) {
    return mask.on(header(RUN, 5, STRAIGHT), "run", resample, "1");
  }

  private MaskFile mask(VolumeShape shape, List<Double> affine, int... voxels) {
    return MaskFile.read(write("x_mask.nii", header(shape, 1, affine), voxels));
  }

  private Path write(String name, NiftiHeader header, int... voxels) {
    Path file = folder.resolve(name);
    ByteBuffer bytes = ByteBuffer.allocate((int) header.volumeBytes());
    Arrays.stream(voxels).forEach(voxel -> bytes.put(voxel, (byte) 1));
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      for (int volume = 0; volume < header.volumes(); volume++) {
        writer.write(bytes);
      }
    }
    return file;
  }

  private static NiftiHeader header(VolumeShape shape, int volumes, List<Double> affine) {
    return new NiftiHeader(
        1,
        ByteOrder.LITTLE_ENDIAN,
        shape,
        volumes,
        NiftiType.UINT8,
        1,
        0,
        List.of(3.0, 3.0, 3.0),
        affine,
        OptionalDouble.of(2),
        0);
  }

  private static List<Double> affine(double... rows) {
    return Arrays.stream(rows).boxed().toList();
  }
}
