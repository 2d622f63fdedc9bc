package io.mindstream.bridge.console;

/** Three numbers in space. */
record Direction(double x, double y, double z) {

  Direction plus(Direction other) {
    return new Direction(x + other.x, y + other.y, z + other.z);
  }

  Direction times(double factor) {
    return new Direction(x * factor, y * factor, z * factor);
  }

  double dot(Direction other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Direction cross(Direction other) {
    return new Direction(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Direction unit() {
    return times(1 / length());
  }

  /** From RAS+ to LPS+, or back. */
  Direction lps() {
    return new Direction(-x, -y, z);
  }

  double part(int axis) {
    return axis == 0 ? x : axis == 1 ? y : z;
  }

  double[] numbers() {
    return new double[] {x, y, z};
  }
}
