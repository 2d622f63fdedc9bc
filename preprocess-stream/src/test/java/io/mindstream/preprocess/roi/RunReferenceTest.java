package io.mindstream.preprocess.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.imaging.registration.Grid;
import io.mindstream.preprocess.roi.RunReference.Reading;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.avro.VoxelType;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.fmri.StoredVoxels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A head of three blobs, and the same head a voxel of 3 mm further to the right. */
class RunReferenceTest {

  private static final int NX = 32;
  private static final int NY = 32;
  private static final int NZ = 20;
  private static final double VOXEL = 3;
  private static final Geometry GEOMETRY =
      Geometry.newBuilder()
          .setNx(NX)
          .setNy(NY)
          .setNz(NZ)
          .setVoxelSizeMm(List.of(VOXEL, VOXEL, VOXEL))
          .setAffine(List.of(VOXEL, 0., 0., 0., 0., VOXEL, 0., 0., 0., 0., VOXEL, 0.))
          .build();
  private static final Grid GRID = Grid.of(GEOMETRY);
  private static final RoiVoxels ROI =
      RoiVoxels.ofChecked(new int[] {index(14, 15, 9), index(18, 13, 10), index(12, 18, 8)});
  private static final StoredVoxels HEAD = stored(head(0));
  private static final StoredVoxels MOVED = stored(head(1));

  @Test
  void shouldFollowTheHeadWithTheRegion() {
    assertThat(read(Realign.ON).values()).containsExactly(HEAD.gather(ROI.indices()), within(6f));
  }

  @Test
  void shouldTellMotionAndLeaveValuesWhereItOnlyWatches() {
    Reading watched = read(Realign.WATCH);

    assertThat(watched.context().motion()[0]).isCloseTo(VOXEL, within(0.1));
    assertThat(watched.values()).containsExactly(MOVED.gather(ROI.indices()));
  }

  @Test
  void shouldKnowNoMotionWhereItIsOff() {
    assertThat(read(Realign.OFF).context().motion()).isEmpty();
  }

  @Test
  void shouldReadTheReferenceItselfAsItIsStored() {
    Reading first = reference(Realign.ON).readFirst(HEAD);

    assertThat(first.values()).containsExactly(HEAD.gather(ROI.indices()));
  }

  @Test
  void shouldCarryARegionOfAnEarlierSessionOver() {
    RoiPlace carried = RoiPlace.carried(mask(head(0)), image(head(0)), ROI, MOVED, GRID);
    Reading first = RunReference.of(MOVED, GRID, carried, Realign.WATCH).readFirst(MOVED);

    assertThat(first.values()).containsExactly(HEAD.gather(ROI.indices()), within(6f));
  }

  @Test
  void shouldNotCarryARegionOverToWhatIsNoHead() {
    ByteBuffer nothing = ByteBuffer.allocate(2 * NX * NY * NZ);

    assertThatThrownBy(
            () -> RoiPlace.carried(mask(head(0)), image(head(0)), ROI, stored(nothing), GRID))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("can't be carried over");
  }

  private static Reading read(Realign realign) {
    RunReference reference = reference(realign);
    double[] before = reference.readFirst(HEAD).context().motion();
    return reference.read(MOVED, before);
  }

  private static RunReference reference(Realign realign) {
    return RunReference.of(HEAD, GRID, RoiPlace.drawnOn(GRID, ROI.indices()), realign);
  }

  private static RoiMask mask(ByteBuffer head) {
    return RoiMask.newBuilder()
        .setRoiId("sub-01_desc-VC")
        .setGeometry(GEOMETRY)
        .setIndices(Arrays.stream(ROI.indices()).boxed().toList())
        .setReference(image(head))
        .build();
  }

  private static RoiReference image(ByteBuffer head) {
    return RoiReference.newBuilder().setType(VoxelType.INT16).setVoxels(head).build();
  }

  private static StoredVoxels stored(ByteBuffer head) {
    return new StoredVoxels(GRID.shape(), StoredVoxels.Type.INT16, 1, 0, head);
  }

  /** Three blobs in a larger one, so many voxels to the right of where they began. */
  private static ByteBuffer head(int right) {
    ByteBuffer head = ByteBuffer.allocate(2 * NX * NY * NZ).order(ByteOrder.LITTLE_ENDIAN);
    for (int z = 0; z < NZ; z++) {
      for (int y = 0; y < NY; y++) {
        for (int x = 0; x < NX; x++) {
          double value =
              800 * blob(x - right, y, z, 16, 16, 10, 7)
                  + 500 * blob(x - right, y, z, 12, 18, 8, 2.5)
                  + 400 * blob(x - right, y, z, 19, 13, 11, 2)
                  - 300 * blob(x - right, y, z, 16, 20, 12, 2);
          head.putShort(2 * index(x, y, z), (short) Math.round(value));
        }
      }
    }
    return head;
  }

  private static double blob(
      double x, double y, double z, double cx, double cy, double cz, double width) {
    double square = (x - cx) * (x - cx) + (y - cy) * (y - cy) + (z - cz) * (z - cz);
    return Math.exp(-square / (2 * width * width));
  }

  private static int index(int x, int y, int z) {
    return x + NX * (y + NY * z);
  }
}
