package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.WireException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Where an image's axes point, as unit vectors in the patient's coordinates (LPS: to the left, to
 * the back, to the head).
 *
 * @param x along the first index of the matrix
 * @param y along the second
 * @param z along the third
 */
@SuppressWarnings("ArrayRecordComponent") // Three numbers each, which nobody changes.
record Directions(double[] x, double[] y, double[] z) {

  private static final int READ_DIR = 48;
  private static final int PHASE_DIR = 60;
  private static final int SLICE_DIR = 72;
  private static final double TOLERANCE = 0.01;

  /**
   * Those of the header, or where the image was turned after it was made, those of its attributes.
   *
   * @param attributes XML, may be empty
   */
  static Directions read(LittleFields header, byte[] attributes) throws IOException {
    Directions own =
        new Directions(header.vector(READ_DIR), header.vector(PHASE_DIR), header.vector(SLICE_DIR));
    Directions turned = own;
    if (attributes.length > 0) {
      Element root = MrdXml.root(attributes, "the image's attributes");
      turned =
          new Directions(
              vector(root, "ImageRowDir", own.x),
              vector(root, "ImageColumnDir", own.y),
              vector(root, "ImageSliceDir", own.z));
    }
    turned.requireAxes();
    return turned;
  }

  private static double[] vector(Element root, String name, double[] otherwise)
      throws WireException {
    for (Element meta : MrdXml.children(root, "meta")) {
      if (MrdXml.texts(meta, "name").contains(name)) {
        return parse(name, MrdXml.texts(meta, "value"));
      }
    }
    return otherwise;
  }

  private static double[] parse(String name, List<String> values) throws WireException {
    try {
      double[] vector = values.stream().mapToDouble(Double::parseDouble).toArray();
      if (vector.length == 3) {
        return vector;
      }
    } catch (NumberFormatException e) {
      throw WireException.field(name, "no vector", "it has three numbers");
    }
    throw WireException.field(name, values.size() + " values", "it has three numbers");
  }

  private void requireAxes() throws WireException {
    boolean units = unit(x) && unit(y) && unit(z);
    if (!units || Math.abs(dot(x, y)) > TOLERANCE) {
      throw WireException.field(
          "read_dir, phase_dir, slice_dir",
          Arrays.toString(x) + Arrays.toString(y) + Arrays.toString(z),
          "they are unit vectors at right angles");
    }
  }

  private static boolean unit(double[] vector) {
    return Math.abs(dot(vector, vector) - 1) < TOLERANCE;
  }

  static double dot(double[] one, double[] other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  }
}
