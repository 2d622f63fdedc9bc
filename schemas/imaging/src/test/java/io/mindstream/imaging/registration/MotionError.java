package io.mindstream.imaging.registration;

/** How far a pose is from the truth. */
final class MotionError {

  private MotionError() {}

  /** Between where both take the centre. */
  static double millimetres(RigidBody truth, RigidBody found) {
    return length(found.x() - truth.x(), found.y() - truth.y(), found.z() - truth.z());
  }

  /** The rotation from one to the other. */
  static double degrees(RigidBody truth, RigidBody found) {
    double[] motion = found.after(truth.inverse()).motion();
    return length(motion[3], motion[4], motion[5]);
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }
}
