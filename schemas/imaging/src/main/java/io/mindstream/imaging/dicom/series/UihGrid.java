package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.PrivateTag;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.pixel.FrameReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** UIH's grid: a volume as one image, one item of (0065,1051) says where and when each slice is. */
record UihGrid(DicomObject object, FrameReader pixels, SeriesReading reading) {

  ImageFacts describe() {
    DataSet data = object.data();
    List<DataSet> items = data.items(data.privateTag(PrivateTag.UIH_FRAMES));
    int slices = items.size();
    int across = (int) Math.ceil(Math.sqrt(slices));
    int down = slices == 0 ? 1 : (slices + across - 1) / across;
    if (slices == 0
        || pixels.format().columns() % across != 0
        || pixels.format().rows() % down != 0) {
      throw object.problem(PrivateTag.UIH_FRAMES.tag(), slices + " slices do not divide the image");
    }
    int columns = pixels.format().columns() / across;
    int rows = pixels.format().rows() / down;
    List<SliceFrame> frames = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      frames.add(frame(items.get(i), i % across * columns, i / across * rows));
    }
    OptionalInt sign = data.integer(data.privateTag(PrivateTag.UIH_PHASE_POSITIVE));
    return new ImageFacts(
        reading.key(),
        reading.instance(),
        reading.facts(PhaseEncoding.ofUih(data, sign)),
        Placement.grid(object, data, data, columns, rows),
        frames,
        OptionalInt.of(slices),
        Optional.empty());
  }

  private SliceFrame frame(DataSet item, int left, int top) {
    DataSet data = object.data();
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    data.integer(Tag.TEMPORAL_POSITION)
        .ifPresent(number -> keys.put(KeyKind.TEMPORAL, (long) number));
    data.integer(Tag.ACQUISITION_NUMBER)
        .ifPresent(number -> keys.put(KeyKind.ACQUISITION, (long) number));
    data.integer(Tag.INSTANCE_NUMBER)
        .ifPresent(number -> keys.put(KeyKind.INSTANCE, (long) number));
    ScannerTime.acquired(data).ifPresent(time -> keys.put(KeyKind.TIME, time));
    Rescale rescale = Rescale.of(Vendor.UIH, data, data);
    return new SliceFrame(
        pixels,
        0,
        left,
        top,
        Placement.position(object, item),
        keys,
        ScannerTime.acquired(item),
        OptionalDouble.empty(),
        rescale.slope(),
        rescale.intercept(),
        data.integer(Tag.INSTANCE_NUMBER).orElse(0));
  }
}
