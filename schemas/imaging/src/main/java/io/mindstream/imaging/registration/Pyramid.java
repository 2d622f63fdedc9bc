package io.mindstream.imaging.registration;

import io.mindstream.imaging.registration.Realignment.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A reference at some spacings, coarse to fine, to which volumes are brought. Immutable. */
final class Pyramid {

  /** Points of a level at most: more do not make the pose better than the scanner's noise does. */
  private static final int MOST_POINTS = 16_384;

  /** Fewer say nothing. */
  private static final int LEAST_POINTS = 32;

  private static final int MOST_STEPS = 40;

  /** Later ones leave out a point for good once it was outside: or steps could go in a circle. */
  private static final int FREE_STEPS = 6;

  /** Largest motion of tissue in a last step, in mm, at the finest level. */
  private static final double FINE_MM = 0.002;

  /** And at the others, which only have to come near. */
  private static final double COARSE_MM = 0.02;

  /** Of a head, in mm: what a rotation moves. */
  private static final double RADIUS_MM = 60;

  /** A volume of which less is explained is not of this head. */
  private static final double LEAST_EXPLAINED = 0.3;

  private final double[] centre;
  private final List<Double> spacings;
  private final List<Level> levels;

  private Pyramid(double[] centre, List<Double> spacings, List<Level> levels) {
    this.centre = centre;
    this.spacings = spacings;
    this.levels = levels;
  }

  /**
   * Of a reference.
   *
   * @param wanted spacings in mm, falling; those that give the reference itself are left out; the
   *     image itself comes last, smoothed: detail as fine as its voxels shows otherwise each time
   *     the head lies otherwise between them
   */
  static Pyramid of(Image reference, double... wanted) {
    double[] centre = reference.grid().centre();
    Freedom freedom = Freedom.of(reference.grid());
    List<Double> spacings = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    for (double spacing : wanted) {
      Image image = reference.reduced(spacing);
      if (image != reference) {
        spacings.add(spacing);
        levels.add(Level.of(image, freedom, centre, MOST_POINTS));
      }
    }
    spacings.add(0.0);
    levels.add(Level.of(reference.smoothed(), freedom, centre, MOST_POINTS));
    return new Pyramid(centre, spacings, levels);
  }

  /** How many levels there are. */
  int depth() {
    return levels.size();
  }

  /** Brings a volume to the reference, from the first level on. */
  Realignment fit(Image volume, RigidBody start) {
    return fit(volume, start, 0, depth());
  }

  /** The same on some levels alone. */
  Realignment fit(Image volume, RigidBody start, int first, int end) {
    RigidBody pose = start;
    int iterations = 0;
    Realignment last = new Realignment(start, Outcome.NOTHING_TO_SEE, 0, 1, 0);
    for (int level = first; level < end; level++) {
      last = descend(level, volume, pose);
      iterations += last.iterations();
      if (last.outcome() == Outcome.NOTHING_TO_SEE) {
        break;
      }
      pose = last.pose();
    }
    return new Realignment(
        last.converged() ? pose : start,
        last.outcome(),
        iterations,
        last.residual(),
        last.outside());
  }

  private Realignment descend(int index, Image volume, RigidBody start) {
    Level level = levels.get(index);
    Image image = index == depth() - 1 ? volume.smoothed() : volume.reduced(spacings.get(index));
    SmoothSampler sampler = new SmoothSampler(image);
    double enough = index == depth() - 1 ? FINE_MM : COARSE_MM;
    RigidBody pose = start;
    double residual = 1;
    BitSet left = new BitSet(level.size());
    for (int step = 1; step <= MOST_STEPS; step++) {
      if (step <= FREE_STEPS) {
        left.clear();
      }
      Optional<Level.Step> found =
          level.size() < LEAST_POINTS
              ? Optional.empty()
              : level.step(sampler, toVoxels(image.grid(), pose), left);
      if (found.isEmpty()) {
        return new Realignment(start, Outcome.NOTHING_TO_SEE, step, residual, 0);
      }
      RigidBody motion = found.get().motion();
      pose = pose.after(motion.inverse());
      residual = Math.sqrt(1 - found.get().explained());
      if (millimetres(motion) < enough) {
        double outside = (double) found.get().outside() / level.size();
        boolean alike = found.get().explained() >= LEAST_EXPLAINED;
        return new Realignment(
            pose, alike ? Outcome.CONVERGED : Outcome.NOT_CONVERGED, step, residual, outside);
      }
    }
    return new Realignment(pose, Outcome.NOT_CONVERGED, MOST_STEPS, residual, 0);
  }

  /** From mm from the centre to voxels of the volume. */
  private AffineMap toVoxels(Grid grid, RigidBody pose) {
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    AffineMap fromCentre = AffineMap.of(identity, centre);
    return grid.affine().inverse().after(pose.about(centre)).after(fromCentre);
  }

  private static double millimetres(RigidBody motion) {
    double shift = Math.abs(motion.x()) + Math.abs(motion.y()) + Math.abs(motion.z());
    double turn =
        Math.abs(motion.rotationX()) + Math.abs(motion.rotationY()) + Math.abs(motion.rotationZ());
    return shift + RADIUS_MM * turn;
  }
}
