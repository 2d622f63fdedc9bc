package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An enhanced image: many frames, in one object or in several that it was cut into.
 *
 * @param frames all of them, in their order
 * @param reading of the first object
 */
record EnhancedImage(List<EnhancedFrame> frames, SeriesReading reading) {

  /**
   * An image.
   *
   * @param parts the object; or those that it was cut into, in their order, at least one
   */
  static EnhancedImage of(List<DicomObject> parts) {
    List<EnhancedFrame> frames = new ArrayList<>();
    parts.forEach(part -> frames.addAll(EnhancedFrame.of(part)));
    return new EnhancedImage(frames, new SeriesReading(parts.get(0)));
  }

  /** What the image gives to each series: one for each of its echoes. */
  List<ImageFacts> describe() {
    Map<SeriesKey, List<EnhancedFrame>> echoes = new LinkedHashMap<>();
    for (int i : FrameOrder.of(reading.data(), contents())) {
      EnhancedFrame frame = frames.get(i);
      if (frame.magnitude()) {
        echoes.computeIfAbsent(key(frame), any -> new ArrayList<>()).add(frame);
      }
    }
    if (echoes.isEmpty()) {
      return List.of(facts(List.of()));
    }
    return echoes.values().stream().map(this::facts).toList();
  }

  private List<DataSet> contents() {
    return frames.stream().map(EnhancedFrame::content).toList();
  }

  private SeriesKey key(EnhancedFrame frame) {
    return reading.key(frame.group(Tag.ECHO_SEQUENCE));
  }

  /** Of some of the frames; of none, what the first says. */
  private ImageFacts facts(List<EnhancedFrame> chosen) {
    EnhancedFrame first = chosen.isEmpty() ? frames.get(0) : chosen.get(0);
    SliceGrid grid = first.grid();
    List<SliceFrame> slices = new ArrayList<>();
    for (EnhancedFrame frame : chosen) {
      if (!frame.grid().matches(grid)) {
        throw frame
            .object()
            .problem(Tag.ORIENTATION, "changes within the object: a localiser, perhaps");
      }
      slices.add(frame.slice(reading.vendor(), reading.data()));
    }
    List<SliceFrame> told = RepeatedPlaces.told(slices, grid.normal());
    return new ImageFacts(
        key(first),
        reading.instance(),
        facts(first),
        grid,
        told,
        slices(RepeatedPlaces.slices(told, grid.normal())),
        Optional.empty());
  }

  /** Where all frames lie at one place others come in objects of their own. */
  private static OptionalInt slices(OptionalInt places) {
    return places.orElse(0) > 1 ? places : OptionalInt.empty();
  }

  private SeriesFacts facts(EnhancedFrame frame) {
    DataSet own = frame.groups().group(PrivateTag.XA_FRAME);
    OptionalInt sign = own.integer(own.privateTag(PrivateTag.XA_PHASE_POSITIVE));
    return reading.facts(
        frame.group(Tag.TIMING_SEQUENCE),
        frame.group(Tag.ECHO_SEQUENCE),
        frame.group(Tag.PIXEL_MEASURES_SEQUENCE),
        reading.vendor() == Vendor.SIEMENS
            ? PhaseEncoding.of(frame.group(Tag.FOV_SEQUENCE), sign)
            : Optional.empty());
  }
}
