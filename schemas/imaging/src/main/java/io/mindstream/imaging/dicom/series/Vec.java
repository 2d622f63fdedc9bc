package io.mindstream.imaging.dicom.series;

/** A place or direction in the patient's coordinates of DICOM: left, posterior, superior; mm. */
record Vec(double x, double y, double z) {

  static Vec of(double[] numbers, int at) {
    return new Vec(numbers[at], numbers[at + 1], numbers[at + 2]);
  }

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  Vec minus(Vec other) {
    return plus(other.times(-1));
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }
}
