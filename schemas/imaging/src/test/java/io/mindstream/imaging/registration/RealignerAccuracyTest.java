package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.testing.AnalyticHead;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Motion to 5 mm and 5 degrees about each axis, 2 percent of noise, 5 percent of drift. */
class RealignerAccuracyTest {

  private static final double NOISE = 14;

  @ParameterizedTest
  @CsvSource({"64x64x33, 3.5, 16", "104x104x72, 2, 4"})
  void shouldFindMotionWithinATwentiethOfAMillimetreAndDegree(String size, double mm, int count) {
    AnalyticHead head = new AnalyticHead(3);
    Grid grid = AnalyticHead.grid(VolumeShape.parse(size), mm);
    Realigner realigner = Realigner.of(head.scan(grid, RigidBody.IDENTITY, 1, NOISE, 0), grid);
    SplittableRandom random = new SplittableRandom(11);
    double[] millimetres = new double[count];
    double[] degrees = new double[count];
    for (int i = 0; i < count; i++) {
      RigidBody truth = RigidBody.ofMotion(random.doubles(6, -5, 5).toArray());
      double gain = 1 + 0.05 * i / count;
      Realignment found =
          realigner.estimate(head.scan(grid, truth, gain, NOISE, i + 1), RigidBody.IDENTITY);
      millimetres[i] = MotionError.millimetres(truth, found.pose());
      degrees[i] = MotionError.degrees(truth, found.pose());
    }
    assertThat(Math.max(median(millimetres), median(degrees)))
        .as("mm %s, degrees %s", Arrays.toString(millimetres), Arrays.toString(degrees))
        .isLessThan(0.05);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
