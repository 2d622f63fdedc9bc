package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.ByteSource;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts images together again that were cut into several objects: which volume a frame belongs to
 * shows only when all are there. Where they do not say how many there are, silence tells. For one
 * thread.
 */
final class CutImages {

  /** Parts that are no files lie in memory until the last one came. */
  private static final long MOST_BYTES = 512L << 20;

  private final Map<String, CutImage> open = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();

  /**
   * Takes a part.
   *
   * @return all parts in their order once they are there; empty where others lack
   * @throws io.mindstream.imaging.dicom.DicomException where they are too many, or do not fit: none
   *     of them is kept, and the image may be sent again
   */
  List<DicomObject> take(ImagePart part, Instant now) {
    CutImage image = open.computeIfAbsent(part.concatenation(), any -> new CutImage());
    image.add(part, now);
    if (bytes() > MOST_BYTES) {
      open.remove(part.concatenation());
      throw part.object()
          .problem(
              Tag.CONCATENATION,
              "is cut into parts of more than %d MiB in all, which are not put together; send an"
                      .formatted(MOST_BYTES >> 20)
                  + " object a volume");
    }
    if (!image.whole()) {
      return List.of();
    }
    open.remove(part.concatenation());
    if (!image.seamless()) {
      throw part.object()
          .problem(
              Tag.CONCATENATION_OFFSET,
              "does not follow the other parts: frames lack, or come twice; send all parts again");
    }
    over.add(part.concatenation());
    return image.objects();
  }

  /** True for a part of an image that is over, or that is there already. */
  boolean knows(ImagePart part) {
    CutImage image = open.get(part.concatenation());
    return over.contains(part.concatenation()) || (image != null && image.has(part.number()));
  }

  /** Closes the images of which nothing came since a time. */
  List<CutImage> silentSince(Instant time) {
    List<CutImage> silent = new ArrayList<>();
    open.forEach(
        (uid, image) -> {
          if (image.silentSince(time)) {
            silent.add(image);
            over.add(uid);
          }
        });
    open.keySet().removeAll(over);
    return silent;
  }

  /** Adds the parts that wait for others. */
  void waiting(Set<DicomObject> objects) {
    open.values().forEach(image -> objects.addAll(image.objects()));
  }

  private long bytes() {
    return open.values().stream()
        .flatMap(image -> image.objects().stream())
        .map(DicomObject::source)
        .filter(source -> !(source instanceof FileBytes))
        .mapToLong(ByteSource::size)
        .sum();
  }
}
