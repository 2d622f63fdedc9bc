package io.mindstream.bridge.tcp;

import io.mindstream.bridge.push.LittleFields;
import io.mindstream.bridge.push.WireException;
import java.util.ArrayList;
import java.util.List;

/**
 * The header's voxelToWorldMatrix.
 *
 * @param affine voxel index, origin 0, to RAS+ mm; upper three rows, row by row; twelve numbers
 * @param placed false where the sender left the matrix as it was made, so that it says nothing
 */
record WorldMatrix(List<Double> affine, boolean placed) {

  private static final List<Double> IDENTITY =
      List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0);

  WorldMatrix {
    affine = List.copyOf(affine);
  }

  static WorldMatrix read(LittleFields fields, int at, List<Double> spacing) throws WireException {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double number = fields.f32(at + Float.BYTES * i);
      if (!Double.isFinite(number)) {
        throw WireException.field(
            "voxelToWorldMatrix[%d][%d]".formatted(i / 4, i % 4), number, "it is a number in mm");
      }
      numbers.add(number);
    }
    boolean unset = numbers.equals(IDENTITY) || determinant(numbers) == 0;
    return unset ? new WorldMatrix(diagonal(spacing), false) : new WorldMatrix(numbers, true);
  }

  private static List<Double> diagonal(List<Double> spacing) {
    List<Double> numbers = new ArrayList<>(IDENTITY);
    for (int axis = 0; axis < 3; axis++) {
      numbers.set(5 * axis, spacing.get(axis));
    }
    return numbers;
  }

  private static double determinant(List<Double> m) {
    return m.get(0) * (m.get(5) * m.get(10) - m.get(6) * m.get(9))
        - m.get(1) * (m.get(4) * m.get(10) - m.get(6) * m.get(8))
        + m.get(2) * (m.get(4) * m.get(9) - m.get(5) * m.get(8));
  }
}
