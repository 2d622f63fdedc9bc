package io.mindstream.imaging.registration;

import io.mindstream.schemas.fmri.StoredVoxels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the head of an earlier session lies today: two images of one head on grids of their own,
 * brought together as {@link Realigner} does it, from several starts. Made for the BOLD reference
 * of a session and today's first volume; the two must have the same contrast.
 *
 * @param found the pose from the earlier image to today's; it turns about the centre of the earlier
 *     grid
 * @param map from RAS+ mm of the earlier session to RAS+ mm of today; what the headers say (no
 *     change) where {@code found} has not converged
 */
public record Registration(Realignment found, AffineMap map) {

  /**
   * Spacing of the coarse levels in mm. The first is as wide as a head that lies elsewhere moves.
   */
  private static final double[] SPACINGS = {16, 8, 4};

  /** A start this far from the truth about one axis is near enough on the first level. */
  private static final double TURN_DEGREES = 12;

  /**
   * Registers. Takes some tenths of a second on one core.
   *
   * @param earlier image of the earlier session; is not kept
   * @param earlierGrid its grid, in RAS+ mm of that session
   * @param today image of today; is not kept
   * @param todayGrid its grid, in RAS+ mm of today
   * @throws IllegalArgumentException where an image is not of its grid
   */
  public static Registration of(
      StoredVoxels earlier, Grid earlierGrid, StoredVoxels today, Grid todayGrid) {
    Image from = Image.of(earlier, earlierGrid);
    Image to = Image.of(today, todayGrid);
    Pyramid pyramid = Pyramid.of(from, SPACINGS);
    Realignment best =
        starts(from, to).stream()
            .map(start -> pyramid.fit(to, start, 0, 1))
            .min(Comparator.comparing(Realignment::outcome).thenComparing(Registration::badness))
            .orElseThrow();
    Realignment found = pyramid.fit(to, best.pose());
    return new Registration(
        found, found.converged() ? found.pose().about(earlierGrid.centre()) : AffineMap.IDENTITY);
  }

  /** A little overlap is easily explained. */
  private static double badness(Realignment fit) {
    return fit.residual() / (1 - fit.outside());
  }

  /** As the headers say, and with the middles of both heads together; each turned a little too. */
  private static List<RigidBody> starts(Image from, Image to) {
    double[] head = from.middle();
    double[] centre = from.grid().centre();
    List<RigidBody> starts = new ArrayList<>();
    for (double[] goal : List.of(head, to.middle())) {
      starts.add(start(head, goal, centre, 0, 0));
      for (int axis = 0; axis < 3; axis++) {
        starts.add(start(head, goal, centre, axis, TURN_DEGREES));
        starts.add(start(head, goal, centre, axis, -TURN_DEGREES));
      }
    }
    return starts;
  }

  /** The body that is turned about the middle of the head, which it takes to a goal. */
  private static RigidBody start(
      double[] head, double[] goal, double[] centre, int axis, double degrees) {
    double[] motion = new double[6];
    motion[3 + axis] = degrees;
    double[] turned = RigidBody.ofMotion(motion).about(centre).apply(head[0], head[1], head[2]);
    for (int i = 0; i < 3; i++) {
      motion[i] = goal[i] - turned[i];
    }
    return RigidBody.ofMotion(motion);
  }
}
