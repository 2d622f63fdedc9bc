package io.mindstream.bridge.dicom;

import io.mindstream.imaging.dicom.DicomException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the objects of a folder: each problem once, however many have it. */
final class Problems {

  private final Map<String, Having> having = new LinkedHashMap<>();

  /**
   * Who has a problem.
   *
   * @param message of the first
   */
  private record Having(String message, int objects) {
    private Having one() {
      return new Having(message, objects + 1);
    }
  }

  void add(DicomException e) {
    having.merge(
        e.problem(), new Having(String.valueOf(e.getMessage()), 1), (before, now) -> before.one());
  }

  /** How many objects have one. */
  int objects() {
    return having.values().stream().mapToInt(Having::objects).sum();
  }

  /** A line for each. */
  List<String> lines() {
    return having.values().stream().map(Problems::line).toList();
  }

  private static String line(Having one) {
    return one.objects() == 1
        ? one.message()
        : one.message() + " (and " + (one.objects() - 1) + " more files)";
  }
}
