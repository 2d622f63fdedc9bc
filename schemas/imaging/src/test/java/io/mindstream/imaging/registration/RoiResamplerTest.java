package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoiResamplerTest {

  private static final VolumeShape SHAPE = new VolumeShape(7, 6, 5);

  /** Slanted, as of a tilted slice, so that voxels do not fall on whole millimetres. */
  private static final Grid SLANTED =
      new Grid(
          SHAPE,
          AffineMap.of(List.of(2.9, 0.1, 0.2, -8.3, -0.1, 3.1, 0.4, 5.7, -0.2, -0.4, 3.3, 1.9)));

  private static final Grid STRAIGHT = AnalyticHead.grid(SHAPE, 2);
  private static final int MIDDLE = SHAPE.index(3, 2, 2);

  @Test
  void shouldGiveStoredValuesToTheBitWithoutMotion() {
    StoredVoxels volume = Floats.noise(SHAPE, 1);
    int[] all = IntStream.range(0, SHAPE.voxels()).toArray();
    RoiResampler resampler = RoiResampler.of(all, SLANTED);
    assertThat(resampler.sample(volume, RigidBody.IDENTITY).values()).isEqualTo(volume.gather(all));
  }

  @Test
  void shouldNotLookAtNeighboursWithoutMotion() {
    StoredVoxels volume = Floats.of(SHAPE, voxel -> voxel == MIDDLE ? 42 : Double.NaN);
    RoiResampler resampler = RoiResampler.of(new int[] {MIDDLE}, SLANTED);
    assertThat(resampler.sample(volume, RigidBody.IDENTITY).values()).containsExactly(42);
  }

  /** The grid's x axis points to the left, so the head moves against it. */
  @Test
  void shouldFollowARampBetweenVoxels() {
    StoredVoxels ramp = Floats.of(SHAPE, voxel -> 10 * (voxel % 7));
    RoiResampler resampler = RoiResampler.of(new int[] {MIDDLE}, STRAIGHT);
    RoiValues found = resampler.sample(ramp, RigidBody.ofMotion(0.5, 0, 0, 0, 0, 0));
    assertThat(found.values()[0]).isCloseTo(27.5f, Offset.offset(1e-5f));
  }

  @Test
  void shouldCountVoxelsThatLeftTheGrid() {
    int[] row = IntStream.range(0, 7).map(x -> SHAPE.index(x, 2, 2)).toArray();
    RoiResampler resampler = RoiResampler.of(row, STRAIGHT);
    RigidBody twoVoxels = RigidBody.ofMotion(4, 0, 0, 0, 0, 0);
    assertThat(resampler.sample(Floats.constant(SHAPE, 3), twoVoxels).outside()).isEqualTo(2);
  }

  @Test
  void shouldGiveVoxelsOutsideTheValueAtTheEdge() {
    StoredVoxels ramp = Floats.of(SHAPE, voxel -> 10 * (voxel % 7));
    int[] last = {SHAPE.index(6, 2, 2)};
    RoiResampler resampler = RoiResampler.of(last, STRAIGHT);
    RigidBody back = RigidBody.ofMotion(-9, 0, 0, 0, 0, 0);
    assertThat(resampler.sample(ramp, back).values()).containsExactly(60);
  }

  @Test
  void shouldGiveNoNumberWhereOneOfThoseAroundIsNone() {
    StoredVoxels volume = Floats.of(SHAPE, voxel -> voxel == MIDDLE ? Double.NaN : 1);
    RoiResampler resampler = RoiResampler.of(new int[] {MIDDLE}, STRAIGHT);
    RigidBody little = RigidBody.ofMotion(0.5, 0, 0, 0, 0, 0);
    assertThat(resampler.sample(volume, little).values()).containsExactly(Float.NaN);
  }

  @Test
  void shouldCarryARegionOfAnotherGrid() {
    StoredVoxels volume = Floats.of(SHAPE, voxel -> voxel);
    Grid twice = AnalyticHead.grid(new VolumeShape(3, 3, 3), 4);
    AffineMap carry = RigidBody.ofMotion(0, 1, 0, 0, 0, 0).about(new double[3]);
    int centre = twice.shape().index(1, 1, 1);
    RoiResampler resampler = RoiResampler.carried(new int[] {centre}, twice, carry, STRAIGHT);
    assertThat(resampler.sample(volume, RigidBody.IDENTITY).values())
        .containsExactly(SHAPE.index(3, 3, 2));
  }
}
