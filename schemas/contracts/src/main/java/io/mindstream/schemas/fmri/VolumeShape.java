package io.mindstream.schemas.fmri;

import io.mindstream.schemas.avro.Geometry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grid of a volume. Voxels lie x fastest, then y, then z; indices have origin 0.
 *
 * @param nx voxels along x
 * @param ny voxels along y
 * @param nz voxels along z (slices)
 */
public record VolumeShape(int nx, int ny, int nz) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,5})");

  /** Checks that every axis has a voxel and that the number of voxels fits an int. */
  public VolumeShape {
    if (nx < 1 || ny < 1 || nz < 1) {
      throw new IllegalArgumentException(
          "a volume needs at least one voxel on each axis, got " + nx + "x" + ny + "x" + nz);
    }
    if ((long) nx * ny > Integer.MAX_VALUE || (long) nx * ny * nz > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a volume of " + nx + "x" + ny + "x" + nz + " voxels is too large");
    }
  }

  /** That of a record's grid. */
  public static VolumeShape of(Geometry grid) {
    return new VolumeShape(grid.getNx(), grid.getNy(), grid.getNz());
  }

  /**
   * Reads a shape such as {@code 104x104x72}.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static VolumeShape parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a volume shape; write it as 104x104x72");
    }
    return new VolumeShape(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** The number of voxels, nx * ny * nz. */
  public int voxels() {
    return nx * ny * nz;
  }

  /** The linear index x + nx * (y + ny * z). */
  public int index(int x, int y, int z) {
    return x + nx * (y + ny * z);
  }

  @Override
  public String toString() {
    return nx + "x" + ny + "x" + nz;
  }
}
