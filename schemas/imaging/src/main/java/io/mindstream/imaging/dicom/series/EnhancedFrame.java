package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.pixel.FrameReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * One frame of an enhanced object, with its functional groups (PS3.3, C.7.6.16).
 *
 * @param index in its object, origin 0
 */
record EnhancedFrame(FrameReader pixels, int index, FunctionalGroups groups) {

  /** All frames of an object, as they are stored. */
  static List<EnhancedFrame> of(DicomObject object) {
    FrameReader pixels = FrameReader.of(object);
    int described = object.data().items(Tag.FRAME_GROUPS).size();
    if (described != pixels.format().frames()) {
      throw object.problem(
          Tag.FRAME_GROUPS,
          "describes %d frames, the image has %d".formatted(described, pixels.format().frames()));
    }
    return IntStream.range(0, described)
        .mapToObj(i -> new EnhancedFrame(pixels, i, FunctionalGroups.of(object, i)))
        .toList();
  }

  DicomObject object() {
    return pixels.object();
  }

  DataSet group(int sequence) {
    return groups.group(sequence);
  }

  DataSet content() {
    return group(Tag.FRAME_CONTENT_SEQUENCE);
  }

  SliceGrid grid() {
    return Placement.grid(
        object(),
        group(Tag.PLANE_ORIENTATION_SEQUENCE),
        group(Tag.PIXEL_MEASURES_SEQUENCE),
        pixels.format().columns(),
        pixels.format().rows());
  }

  boolean magnitude() {
    DataSet type = group(Tag.FRAME_TYPE_SEQUENCE);
    boolean magnitude =
        type.text(Tag.COMPLEX_COMPONENT).filter(c -> !c.equals("MAGNITUDE")).isEmpty();
    return magnitude && !ImageKind.phase(type.strings(Tag.FRAME_TYPE));
  }

  /**
   * The frame as a slice of its series.
   *
   * @param image the numbers of the object as a whole, before it was cut
   */
  SliceFrame slice(Vendor vendor, DataSet image) {
    OptionalLong time = ScannerTime.of(content().text(Tag.FRAME_DATE_TIME).orElse(""));
    Rescale rescale =
        Rescale.of(
            vendor, group(Tag.TRANSFORMATION_SEQUENCE), groups.group(PrivateTag.PHILIPS_FRAME));
    return new SliceFrame(
        pixels,
        index,
        0,
        0,
        Placement.position(object(), group(Tag.PLANE_POSITION_SEQUENCE)),
        keys(image),
        time.isPresent() ? time : ScannerTime.acquired(object().data()),
        timer(vendor),
        rescale.slope(),
        rescale.intercept(),
        image.integer(Tag.INSTANCE_NUMBER).orElse(0));
  }

  /** Siemens XA counts its frames' times to finer steps than it writes their dates. */
  private OptionalDouble timer(Vendor vendor) {
    DataSet own = groups.group(PrivateTag.XA_FRAME);
    return vendor == Vendor.SIEMENS
        ? own.number(own.privateTag(PrivateTag.XA_TIME))
        : OptionalDouble.empty();
  }

  private Map<KeyKind, Long> keys(DataSet image) {
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    put(keys, KeyKind.TEMPORAL, content().integer(Tag.TEMPORAL_INDEX));
    put(keys, KeyKind.FRAME_ACQUISITION, content().integer(Tag.FRAME_ACQUISITION_NUMBER));
    put(keys, KeyKind.ACQUISITION, image.integer(Tag.ACQUISITION_NUMBER));
    put(keys, KeyKind.INSTANCE, image.integer(Tag.INSTANCE_NUMBER));
    return keys;
  }

  private static void put(Map<KeyKind, Long> keys, KeyKind kind, OptionalInt value) {
    value.ifPresent(number -> keys.put(kind, (long) number));
  }
}
