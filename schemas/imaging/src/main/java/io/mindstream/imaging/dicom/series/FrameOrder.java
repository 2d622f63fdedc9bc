package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order in which frames of one object were acquired at each place, by the dimensions that the
 * object declares (PS3.3, C.7.6.17): frames may be stored in any order.
 */
final class FrameOrder {

  /** Dimensions along which slices of one volume differ. */
  private static final Set<Integer> SPATIAL =
      Set.of(Tag.STACK_ID, Tag.IN_STACK_POSITION, Tag.POSITION);

  private FrameOrder() {}

  /**
   * Indices of frames, origin 0; as they are stored where no dimension tells more.
   *
   * @param contents frame content of each frame
   */
  static List<Integer> of(DataSet object, List<DataSet> contents) {
    List<Integer> dimensions = dimensions(object);
    List<Integer> order = new ArrayList<>(IntStream.range(0, contents.size()).boxed().toList());
    Comparator<Integer> earlier = Comparator.comparingInt(frame -> 0);
    for (int dimension : dimensions) {
      earlier = earlier.thenComparingDouble(frame -> index(contents.get(frame), dimension));
    }
    order.sort(earlier);
    return order;
  }

  private static List<Integer> dimensions(DataSet object) {
    List<DataSet> declared = object.items(Tag.DIMENSION_SEQUENCE);
    return IntStream.range(0, declared.size())
        .filter(dimension -> !SPATIAL.contains(pointer(declared.get(dimension))))
        .boxed()
        .toList();
  }

  private static int pointer(DataSet dimension) {
    double[] halves = dimension.numbers(Tag.DIMENSION_POINTER);
    return halves.length < 2 ? 0 : (int) halves[0] << 16 | (int) halves[1];
  }

  private static double index(DataSet content, int dimension) {
    double[] indices = content.numbers(Tag.DIMENSION_INDEX);
    return dimension < indices.length ? indices[dimension] : 0;
  }
}
