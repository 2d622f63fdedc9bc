package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.schemas.avro.Geometry;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid of volumes as a console's DICOM can hold it: x, y, z left-handed in RAS+, since rows go
 * downwards and slices along rows x columns. A folder's right-handed volumes are turned over along
 * x, so that left stays left. A simulated head has no left: its volumes keep their voxels, and only
 * their place is mirrored.
 *
 * @param geometry as it arrives
 * @param turned true where voxels are to be turned over along x
 */
public record ConsoleGrid(Geometry geometry, boolean turned) {

  private static final double SQUARE = 1e-3;

  /**
   * The grid of a source's volumes.
   *
   * @throws FeedException where its axes are not at right angles, which no slice can be
   */
  static ConsoleGrid of(Geometry source, boolean simulated) {
    Direction x = column(source, 0);
    Direction y = column(source, 1);
    Direction z = column(source, 2);
    if (Math.abs(x.unit().dot(y.unit())) > SQUARE
        || Math.abs(x.unit().cross(y.unit()).dot(z.unit())) < 1 - SQUARE) {
      throw new FeedException(
          "the source's axes are not at right angles, and no scanner's slices lie so; give volumes"
              + " as the scanner made them");
    }
    return x.cross(y).dot(z) < 0
        ? new ConsoleGrid(source, false)
        : new ConsoleGrid(mirrored(source, x), !simulated);
  }

  private static Geometry mirrored(Geometry source, Direction x) {
    Direction far = column(source, 3).plus(x.times(source.getNx() - 1.0));
    List<Double> affine = new ArrayList<>(source.getAffine());
    for (int row = 0; row < 3; row++) {
      affine.set(4 * row, 0 - affine.get(4 * row)); // No minus before a zero.
      affine.set(4 * row + 3, far.part(row));
    }
    return Geometry.newBuilder(source).setAffine(affine).build();
  }

  private static Direction column(Geometry grid, int column) {
    List<Double> a = grid.getAffine();
    return new Direction(a.get(column), a.get(column + 4), a.get(column + 8));
  }

  int columns() {
    return geometry.getNx();
  }

  int rows() {
    return geometry.getNy();
  }

  int slices() {
    return geometry.getNz();
  }

  double millimetres(int axis) {
    return column(geometry, axis).length();
  }

  /** Along a row, in the patient's coordinates of DICOM (LPS+). */
  Direction across() {
    return column(geometry, 0).unit().lps();
  }

  /** Along a column: y runs upwards. */
  Direction down() {
    return column(geometry, 1).unit().times(-1).lps();
  }

  Direction normal() {
    return across().cross(down());
  }

  /** Centre of a slice's first pixel, mm. */
  Direction position(int slice) {
    Direction top = column(geometry, 1).times(rows() - 1.0);
    Direction up = column(geometry, 2).times(slice);
    return column(geometry, 3).plus(top).plus(up).lps();
  }

  /** The console's index of a source's voxel, both with x fastest. */
  int index(int source) {
    int x = source % columns();
    return turned ? source - x + columns() - 1 - x : source;
  }
}
