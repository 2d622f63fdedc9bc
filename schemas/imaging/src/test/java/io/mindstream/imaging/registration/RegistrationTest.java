package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

  private static final double NOISE = 14;
  private static final AnalyticHead HEAD = new AnalyticHead(7);
  private static final Grid EARLIER = AnalyticHead.grid(new VolumeShape(80, 80, 50), 2.5);
  private static final Grid TODAY = AnalyticHead.grid(new VolumeShape(64, 64, 40), 3.5);
  private static final StoredVoxels REFERENCE = HEAD.scan(EARLIER, RigidBody.IDENTITY, 1, NOISE, 1);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0",
    "20, 0, 0, 0, 0, 15",
    "-12, 10, 8, 15, 0, 0",
    "5, -15, -10, -8, 8, -8",
    "0, 20, 0, 0, -15, 0"
  })
  void shouldFindAHeadThatLiesElsewhereOnAnotherGrid(
      double x, double y, double z, double rx, double ry, double rz) {
    AffineMap truth = RigidBody.ofMotion(x, y, z, rx, ry, rz).about(EARLIER.centre());
    StoredVoxels today = HEAD.scan(TODAY, truth, 1.3, NOISE, 2);
    Registration found = Registration.of(REFERENCE, EARLIER, today, TODAY);
    assertThat(farthest(truth, found.map())).as("%s", found).isLessThan(0.3);
  }

  @Test
  void shouldLeaveTheHeadersWordWhereTheHeadIsNotToBeSeen() {
    StoredVoxels noise = Floats.noise(TODAY.shape(), 3);
    assertThat(Registration.of(REFERENCE, EARLIER, noise, TODAY).map())
        .isEqualTo(AffineMap.IDENTITY);
  }

  /** The largest distance in mm between both maps in a brain. */
  private static double farthest(AffineMap truth, AffineMap found) {
    double most = 0;
    for (int corner = 0; corner < 8; corner++) {
      double x = (corner & 1) * 100 - 50;
      double y = (corner >> 1 & 1) * 120 - 60;
      double z = (corner >> 2) * 80 - 40;
      double[] a = truth.apply(x, y, z);
      double[] b = found.apply(x, y, z);
      most = Math.max(most, Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]));
    }
    return most;
  }
}
