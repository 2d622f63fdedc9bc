package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An image that was cut into several objects, with those that have come so far. */
final class CutImage {

  private final NavigableMap<Integer, ImagePart> parts = new TreeMap<>();
  private Instant last = Instant.MIN;

  void add(ImagePart part, Instant now) {
    last = now;
    parts.put(part.number(), part);
  }

  boolean has(int number) {
    return parts.containsKey(number);
  }

  boolean silentSince(Instant time) {
    return !last.isAfter(time);
  }

  /** In the order of their frames. */
  List<DicomObject> objects() {
    return parts.values().stream().map(ImagePart::object).toList();
  }

  /** True where the parts say how many they are, and all are there. */
  boolean whole() {
    return total().orElse(-1) == parts.size();
  }

  /** True where nothing shows that a part lacks. */
  boolean seamless() {
    int frames = 0;
    int number = 0;
    for (ImagePart part : parts.values()) {
      number++;
      if (part.number() != number || part.offset().orElse(frames) != frames) {
        return false;
      }
      frames += part.frames();
    }
    return total().orElse(number) == number;
  }

  /** How many came, for people. */
  String came() {
    return total().isPresent()
        ? parts.size() + " of " + total().getAsInt() + " parts"
        : "parts " + parts.keySet();
  }

  private OptionalInt total() {
    return parts.values().stream().flatMapToInt(part -> part.total().stream()).max();
  }
}
