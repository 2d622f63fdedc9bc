package io.mindstream.imaging.dicom.series;

/**
 * The plane grid that all slices of a series have.
 *
 * @param columns pixels along a row
 * @param rows pixels along a column
 * @param across unit direction in which the column index grows
 * @param down unit direction in which the row index grows
 * @param columnMm between columns
 * @param rowMm between rows
 */
record SliceGrid(int columns, int rows, Vec across, Vec down, double columnMm, double rowMm) {

  private static final double SAME = 1e-3;

  /** Unit vector at right angles to the slices: across x down. */
  Vec normal() {
    Vec cross = across.cross(down);
    return cross.times(1 / cross.length());
  }

  /** True where two slices can lie in one volume. */
  boolean matches(SliceGrid other) {
    return columns == other.columns
        && rows == other.rows
        && across.minus(other.across).length() < SAME
        && down.minus(other.down).length() < SAME
        && Math.abs(columnMm - other.columnMm) < SAME
        && Math.abs(rowMm - other.rowMm) < SAME;
  }
}
