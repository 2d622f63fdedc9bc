package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.pixel.FrameReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** An enhanced object: many frames, each with functional groups (PS3.3, C.7.6.16). */
record EnhancedImage(DicomObject object, FrameReader pixels, SeriesReading reading) {

  /** What the object gives to each series: one for each of its echoes. */
  List<ImageFacts> describe() {
    List<DataSet> groups = object.data().items(Tag.FRAME_GROUPS);
    if (groups.size() != pixels.format().frames()) {
      throw object.problem(
          Tag.FRAME_GROUPS,
          "describes " + groups.size() + " frames, the image has " + pixels.format().frames());
    }
    List<FunctionalGroups> all =
        IntStream.range(0, groups.size()).mapToObj(i -> FunctionalGroups.of(object, i)).toList();
    List<DataSet> contents =
        all.stream().map(group -> group.group(Tag.FRAME_CONTENT_SEQUENCE)).toList();
    Map<SeriesKey, List<Integer>> echoes = new LinkedHashMap<>();
    for (int i : FrameOrder.of(object.data(), contents)) {
      if (magnitude(all.get(i))) {
        echoes.computeIfAbsent(key(all.get(i)), any -> new ArrayList<>()).add(i);
      }
    }
    if (echoes.isEmpty()) {
      return List.of(facts(all, List.of()));
    }
    return echoes.values().stream().map(frames -> facts(all, frames)).toList();
  }

  private SeriesKey key(FunctionalGroups group) {
    return reading.key(group.group(Tag.ECHO_SEQUENCE));
  }

  /** Of some of the frames; of none, what the first says. */
  private ImageFacts facts(List<FunctionalGroups> all, List<Integer> frames) {
    FunctionalGroups first = all.get(frames.isEmpty() ? 0 : frames.get(0));
    SliceGrid grid = grid(first);
    List<SliceFrame> slices = new ArrayList<>();
    for (int i : frames) {
      if (!grid(all.get(i)).matches(grid)) {
        throw object.problem(Tag.ORIENTATION, "changes within the object: a localiser, perhaps");
      }
      slices.add(frame(all.get(i), i));
    }
    List<SliceFrame> told = RepeatedPlaces.told(slices, grid.normal());
    return new ImageFacts(
        key(first),
        reading.instance(),
        facts(first),
        grid,
        told,
        RepeatedPlaces.slices(told, grid.normal()),
        Optional.empty());
  }

  private SliceGrid grid(FunctionalGroups group) {
    return Placement.grid(
        object,
        group.group(Tag.PLANE_ORIENTATION_SEQUENCE),
        group.group(Tag.PIXEL_MEASURES_SEQUENCE),
        pixels.format().columns(),
        pixels.format().rows());
  }

  private SeriesFacts facts(FunctionalGroups group) {
    DataSet own = group.group(PrivateTag.XA_FRAME);
    OptionalInt sign = own.integer(own.privateTag(PrivateTag.XA_PHASE_POSITIVE));
    return reading.facts(
        group.group(Tag.TIMING_SEQUENCE),
        group.group(Tag.ECHO_SEQUENCE),
        group.group(Tag.PIXEL_MEASURES_SEQUENCE),
        reading.vendor() == Vendor.SIEMENS
            ? PhaseEncoding.of(group.group(Tag.FOV_SEQUENCE), sign)
            : Optional.empty());
  }

  private SliceFrame frame(FunctionalGroups group, int index) {
    DataSet content = group.group(Tag.FRAME_CONTENT_SEQUENCE);
    DataSet data = object.data();
    OptionalLong time = ScannerTime.of(content.text(Tag.FRAME_DATE_TIME).orElse(""));
    Rescale rescale =
        Rescale.of(
            reading.vendor(),
            group.group(Tag.TRANSFORMATION_SEQUENCE),
            group.group(PrivateTag.PHILIPS_FRAME));
    return new SliceFrame(
        pixels,
        index,
        0,
        0,
        Placement.position(object, group.group(Tag.PLANE_POSITION_SEQUENCE)),
        keys(content),
        time.isPresent() ? time : ScannerTime.acquired(data),
        timer(group),
        rescale.slope(),
        rescale.intercept(),
        data.integer(Tag.INSTANCE_NUMBER).orElse(0));
  }

  /** Siemens XA counts its frames' times to finer steps than it writes their dates. */
  private OptionalDouble timer(FunctionalGroups group) {
    DataSet own = group.group(PrivateTag.XA_FRAME);
    return reading.vendor() == Vendor.SIEMENS
        ? own.number(own.privateTag(PrivateTag.XA_TIME))
        : OptionalDouble.empty();
  }

  private Map<KeyKind, Long> keys(DataSet content) {
    DataSet data = object.data();
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    put(keys, KeyKind.TEMPORAL, content.integer(Tag.TEMPORAL_INDEX));
    put(keys, KeyKind.FRAME_ACQUISITION, content.integer(Tag.FRAME_ACQUISITION_NUMBER));
    put(keys, KeyKind.ACQUISITION, data.integer(Tag.ACQUISITION_NUMBER));
    put(keys, KeyKind.INSTANCE, data.integer(Tag.INSTANCE_NUMBER));
    return keys;
  }

  private static void put(Map<KeyKind, Long> keys, KeyKind kind, OptionalInt value) {
    value.ifPresent(number -> keys.put(kind, (long) number));
  }

  private static boolean magnitude(FunctionalGroups group) {
    DataSet type = group.group(Tag.FRAME_TYPE_SEQUENCE);
    boolean magnitude =
        type.text(Tag.COMPLEX_COMPONENT).filter(c -> !c.equals("MAGNITUDE")).isEmpty();
    return magnitude && !ImageKind.phase(type.strings(Tag.FRAME_TYPE));
  }
}
