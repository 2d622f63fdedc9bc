package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.imaging.registration.Realignment.Outcome;
import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealignerTest {

  private static final double NOISE = 7;
  private static final AnalyticHead HEAD = new AnalyticHead(5);
  private static final Grid GRID = AnalyticHead.grid(new VolumeShape(48, 48, 30), 4);
  private static final Grid SLICE = AnalyticHead.grid(new VolumeShape(64, 64, 1), 3.5);
  private static final StoredVoxels REFERENCE = HEAD.scan(GRID, RigidBody.IDENTITY, 1, NOISE, 1);
  private static final RigidBody MOTION = RigidBody.ofMotion(1, -0.5, 0.7, 1, -0.5, 1.5);

  @Test
  void shouldGiveTheSameBitsForTheSameVolume() {
    StoredVoxels volume = HEAD.scan(GRID, MOTION, 1, NOISE, 2);
    assertThat(Realigner.of(REFERENCE, GRID).estimate(volume, RigidBody.IDENTITY))
        .isEqualTo(Realigner.of(REFERENCE, GRID).estimate(volume, RigidBody.IDENTITY));
  }

  @Test
  void shouldFindNoMotionOfTheReferenceItself() {
    Realignment found = Realigner.of(REFERENCE, GRID).estimate(REFERENCE, RigidBody.IDENTITY);
    assertThat(MotionError.millimetres(RigidBody.IDENTITY, found.pose())).isLessThan(1e-9);
  }

  @Test
  void shouldFindTheSamePoseFromAnotherStart() {
    StoredVoxels volume = HEAD.scan(GRID, MOTION, 1, NOISE, 2);
    Realigner realigner = Realigner.of(REFERENCE, GRID);
    RigidBody near = realigner.estimate(volume, MOTION).pose();
    RigidBody far = realigner.estimate(volume, RigidBody.ofMotion(-4, 4, 4, -3, 3, 3)).pose();
    assertThat(MotionError.millimetres(near, far)).isLessThan(0.005);
  }

  @Test
  void shouldTurnASingleSliceWithinItsPlane() {
    RigidBody truth = RigidBody.ofMotion(1.5, -2.5, 0, 0, 0, 3);
    Realigner realigner = Realigner.of(HEAD.scan(SLICE, RigidBody.IDENTITY, 1, NOISE, 1), SLICE);
    Realignment found =
        realigner.estimate(HEAD.scan(SLICE, truth, 1.02, NOISE, 2), RigidBody.IDENTITY);
    assertThat(MotionError.millimetres(truth, found.pose())).isLessThan(0.05);
  }

  @Test
  void shouldLeaveASingleSliceInItsPlane() {
    RigidBody truth = RigidBody.ofMotion(1.5, -2.5, 0, 0, 0, 3);
    Realigner realigner = Realigner.of(HEAD.scan(SLICE, RigidBody.IDENTITY, 1, NOISE, 1), SLICE);
    RigidBody pose =
        realigner.estimate(HEAD.scan(SLICE, truth, 1, NOISE, 2), RigidBody.IDENTITY).pose();
    assertThat(new double[] {pose.z(), pose.rotationX(), pose.rotationY()})
        .containsExactly(new double[3], within(1e-12));
  }

  /** The head reaches beyond the slab, so that small steps put points in and out of it. */
  @Test
  void shouldConvergeOnASlabOfFewSlices() {
    Grid slab = AnalyticHead.grid(new VolumeShape(64, 64, 6), 3);
    Realigner realigner = Realigner.of(HEAD.scan(slab, RigidBody.IDENTITY, 1, NOISE, 1), slab);
    assertThat(IntStream.range(0, 20))
        .allSatisfy(
            i -> {
              StoredVoxels volume =
                  HEAD.scan(slab, RigidBody.ofMotion(0, 0, 0.3 * i, 0.1, 0, 0), 1, NOISE, i);
              assertThat(realigner.estimate(volume, RigidBody.IDENTITY).converged()).isTrue();
            });
  }

  @Test
  void shouldTakeWhatIsNoNumberForAir() {
    Realigner realigner = Realigner.of(Floats.airIsNaN(REFERENCE, GRID.shape()), GRID);
    StoredVoxels volume = Floats.airIsNaN(HEAD.scan(GRID, MOTION, 1, NOISE, 2), GRID.shape());
    Realignment found = realigner.estimate(volume, RigidBody.IDENTITY);
    assertThat(MotionError.millimetres(MOTION, found.pose())).isLessThan(0.05);
  }

  @Test
  void shouldSayThatAVolumeOfOneValueShowsNothing() {
    Realignment found =
        Realigner.of(REFERENCE, GRID).estimate(Floats.constant(GRID.shape(), 500), MOTION);
    assertThat(found).isEqualTo(new Realignment(MOTION, Outcome.NOTHING_TO_SEE, 1, 1, 0));
  }

  @Test
  void shouldSayThatAReferenceOfOneValueShowsNothing() {
    Realigner realigner = Realigner.of(Floats.constant(GRID.shape(), 500), GRID);
    assertThat(realigner.estimate(REFERENCE, RigidBody.IDENTITY).outcome())
        .isEqualTo(Outcome.NOTHING_TO_SEE);
  }

  @Test
  void shouldSayThatAVolumeWithoutAnyNumberShowsNothing() {
    StoredVoxels volume = Floats.constant(GRID.shape(), Float.NaN);
    assertThat(Realigner.of(REFERENCE, GRID).estimate(volume, RigidBody.IDENTITY).outcome())
        .isEqualTo(Outcome.NOTHING_TO_SEE);
  }

  @Test
  void shouldNotTakeNoiseForTheHead() {
    StoredVoxels noise = Floats.noise(GRID.shape(), 9);
    assertThat(Realigner.of(REFERENCE, GRID).estimate(noise, RigidBody.IDENTITY).converged())
        .isFalse();
  }

  @Test
  void shouldKeepTheStartWhereTheHeadLeftTheGrid() {
    RigidBody gone = RigidBody.ofMotion(300, 0, 0, 0, 0, 0);
    assertThat(Realigner.of(REFERENCE, GRID).estimate(REFERENCE, gone).pose()).isEqualTo(gone);
  }

  @Test
  void shouldRefuseAVolumeOfAnotherGrid() {
    Realigner realigner = Realigner.of(REFERENCE, GRID);
    StoredVoxels other = Floats.constant(new VolumeShape(4, 4, 4), 1);
    assertThatThrownBy(() -> realigner.estimate(other, RigidBody.IDENTITY))
        .hasMessage("a volume of 64 voxels is not of the grid 48x48x30");
  }
}
