package io.mindstream.imaging.registration;

/**
 * What was found of a volume's motion.
 *
 * @param pose from the reference to the volume; the start where the outcome is not {@code
 *     CONVERGED}
 * @param outcome whether the pose can be used
 * @param iterations steps over all levels
 * @param residual what pose, gain and offset leave unexplained of the volume's brain voxels: RMS
 *     over their standard deviation, from 0 (all alike) to 1 (nothing alike); 1 where unknown
 * @param outside share of the reference's points that left the volume's grid, from 0 to 1
 */
public record Realignment(
    RigidBody pose, Outcome outcome, int iterations, double residual, double outside) {

  /** How it ended. */
  public enum Outcome {
    /** The pose is good. */
    CONVERGED,
    /** Steps did not become small enough, or the volume does not look like the reference. */
    NOT_CONVERGED,
    /** Reference or volume have no contrast, or hardly overlap. */
    NOTHING_TO_SEE
  }

  /** True where the pose can be used. */
  public boolean converged() {
    return outcome == Outcome.CONVERGED;
  }
}
