package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.Decimal;
import io.mindstream.imaging.nifti.NiftiHeader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An affine in words. */
final class Affine {

  private static final int COLUMNS = 4;

  private Affine() {}

  /** Three rows of four numbers, or that there is none. */
  static String text(NiftiHeader header) {
    return header.placed() ? text(header.affine()) : "unknown (neither sform nor qform)";
  }

  static String text(List<Double> affine) {
    return IntStream.range(0, affine.size() / COLUMNS)
        .mapToObj(row -> affine.subList(COLUMNS * row, COLUMNS * row + COLUMNS))
        .map(row -> row.stream().map(value -> Decimal.text(value)).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; ", "[", "]"));
  }
}
