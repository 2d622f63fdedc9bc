package io.mindstream.imaging.registration;

/**
 * How a head moved. It takes a point of the reference to the point of the volume where the same
 * tissue is now: {@code y = R x + t}, with x and y in RAS+ mm, both counted from the centre of the
 * reference's grid ({@link Grid#centre}). {@code R = Rz * Ry * Rx}: first about x, then y, then z,
 * right-handed.
 *
 * @param x translation in mm, towards the right
 * @param y translation in mm, towards the front
 * @param z translation in mm, towards the top
 * @param rotationX in radians, about the axis that points right (a nod)
 * @param rotationY in radians, about the axis that points to the front
 * @param rotationZ in radians, about the axis that points up
 */
public record RigidBody(
    double x, double y, double z, double rotationX, double rotationY, double rotationZ) {

  /** No motion. */
  public static final RigidBody IDENTITY = new RigidBody(0, 0, 0, 0, 0, 0);

  /** Of mm and degrees, as {@link #motion} gives them. */
  public static RigidBody ofMotion(double... motion) {
    if (motion.length != 6) {
      throw new IllegalArgumentException("a motion has 6 numbers, got " + motion.length);
    }
    return new RigidBody(
        motion[0],
        motion[1],
        motion[2],
        Math.toRadians(motion[3]),
        Math.toRadians(motion[4]),
        Math.toRadians(motion[5]));
  }

  /** Of a matrix, row by row, and a translation in mm. */
  static RigidBody of(double[] matrix, double[] translation) {
    double[] angles = Rotation.angles(matrix);
    return new RigidBody(
        translation[0], translation[1], translation[2], angles[0], angles[1], angles[2]);
  }

  /** Translation x, y, z in mm and rotation about x, y, z in degrees; a new array of six. */
  public double[] motion() {
    return new double[] {
      x, y, z, Math.toDegrees(rotationX), Math.toDegrees(rotationY), Math.toDegrees(rotationZ)
    };
  }

  /** The motion that does another one first, then this one. Both count from the same centre. */
  public RigidBody after(RigidBody first) {
    double[] r = matrix();
    double[] shift = Rotation.apply(r, first.x, first.y, first.z);
    return of(
        Rotation.times(r, first.matrix()), new double[] {shift[0] + x, shift[1] + y, shift[2] + z});
  }

  /** The way back: from the volume to the reference. */
  public RigidBody inverse() {
    double[] back = Rotation.transposed(matrix());
    double[] shift = Rotation.apply(back, -x, -y, -z);
    return of(back, shift);
  }

  /**
   * The same motion as a map of RAS+ mm.
   *
   * @param centre that the body turns about, RAS+ mm; three numbers
   */
  public AffineMap about(double[] centre) {
    double[] r = matrix();
    double[] turned = Rotation.apply(r, centre[0], centre[1], centre[2]);
    return AffineMap.of(
        r,
        new double[] {
          centre[0] - turned[0] + x, centre[1] - turned[1] + y, centre[2] - turned[2] + z
        });
  }

  private double[] matrix() {
    return Rotation.ofAngles(rotationX, rotationY, rotationZ);
  }
}
