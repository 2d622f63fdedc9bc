package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.WireException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slices of one repetition, as they come. For one thread. */
final class SliceStack {

  private static final long MOST_BYTES = 1 << 28;

  private final int repetition;
  private final Map<Integer, MrdImage> slices = new TreeMap<>();
  private long bytes;

  SliceStack(int repetition) {
    this.repetition = repetition;
  }

  int repetition() {
    return repetition;
  }

  /** False where this slice is there already. */
  boolean add(MrdImage image) throws WireException {
    if (!slices.values().stream().allMatch(other -> sameKind(other.header(), image.header()))) {
      throw new WireException(
          "slices of repetition %d have different matrix_size or data_type; send one kind"
              .formatted(repetition));
    }
    bytes += image.data().length;
    if (bytes > MOST_BYTES) {
      throw new WireException(
          "slices of repetition %d have more than 256 MiB; count repetitions in its field"
              .formatted(repetition));
    }
    return slices.putIfAbsent(image.header().counters().slice(), image) == null;
  }

  private static boolean sameKind(ImageHeader one, ImageHeader other) {
    return one.matrix().equals(other.matrix()) && one.format() == other.format();
  }

  int size() {
    return slices.size();
  }

  /** How many slices there must be, by the highest number that came. */
  int least() {
    return slices.keySet().stream().mapToInt(slice -> slice + 1).max().orElse(0);
  }

  /** By their place, whatever their numbers: some senders count as they excite. */
  List<MrdImage> inSpace() {
    Collection<MrdImage> all = slices.values();
    return all.stream().sorted(Comparator.comparingDouble(MrdImage::along)).toList();
  }

  /** Voxels of slices, one after the other. */
  static ByteBuffer voxels(List<MrdImage> slices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    slices.forEach(slice -> out.writeBytes(slice.data()));
    return ByteBuffer.wrap(out.toByteArray());
  }
}
