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
import java.util.OptionalLong;

/**
 * Siemens' mosaic: a volume as one image, its slices side by side in a square, row by row. The
 * position of the object is that of the mosaic's corner, as if it were one large slice around the
 * first slice's centre.
 */
record MosaicImage(
    DicomObject object, FrameReader pixels, SeriesReading reading, MosaicHeader header) {

  ImageFacts describe() {
    int slices = slices();
    int side = (int) Math.ceil(Math.sqrt(slices));
    int columns = pixels.format().columns() / side;
    int rows = pixels.format().rows() / side;
    if (columns * side != pixels.format().columns() || rows * side != pixels.format().rows()) {
      throw object.problem(Tag.ROWS, slices + " slices of a mosaic do not divide its image");
    }
    DataSet data = object.data();
    SliceGrid grid = Placement.grid(object, data, data, columns, rows);
    List<SliceFrame> frames = new ArrayList<>();
    Vec step = step(grid);
    Vec first =
        Placement.position(object, data)
            .plus(grid.across().times(grid.columnMm() * (side - 1) * columns / 2.0))
            .plus(grid.down().times(grid.rowMm() * (side - 1) * rows / 2.0));
    Map<KeyKind, Long> keys = keys();
    OptionalLong acquired = ScannerTime.acquired(data);
    Rescale rescale = Rescale.of(Vendor.SIEMENS, data, data);
    for (int i = 0; i < slices; i++) {
      frames.add(
          new SliceFrame(
              pixels,
              0,
              i % side * columns,
              i / side * rows,
              first.plus(step.times(i)),
              keys,
              acquired,
              i < header.times().length
                  ? OptionalDouble.of(header.times()[i] / 1000)
                  : OptionalDouble.empty(),
              rescale.slope(),
              rescale.intercept(),
              data.integer(Tag.INSTANCE_NUMBER).orElse(0)));
    }
    Optional<StatedTiming> stated = SiemensTiming.of(header.protocol());
    return new ImageFacts(
        reading.key(),
        reading.instance(),
        reading.facts(phase()),
        grid,
        frames,
        OptionalInt.of(slices),
        stated);
  }

  private int slices() {
    int slices = header.slices() > 0 ? header.slices() : header.times().length;
    if (slices < 1) {
      throw object.problem(
          PrivateTag.CSA_IMAGE.tag(),
          "lacks, so nothing says how many slices the mosaic has; export it enhanced, or with"
              + " private elements");
    }
    if (slices > pixels.format().columns()) {
      throw object.problem(PrivateTag.CSA_IMAGE.tag(), "says " + slices + " slices in a mosaic");
    }
    return slices;
  }

  private Vec step(SliceGrid grid) {
    DataSet data = object.data();
    OptionalDouble spacing = data.number(Tag.SLICE_SPACING);
    OptionalDouble thickness = data.number(Tag.SLICE_THICKNESS);
    double mm = spacing.orElse(thickness.orElse(0));
    if (!(mm > 0)) {
      throw object.problem(Tag.SLICE_SPACING, "lacks or is not above 0");
    }
    double sense = header.normal().map(normal -> normal.dot(grid.normal())).orElse(1.0);
    return grid.normal().times(sense < 0 ? -mm : mm);
  }

  private Map<KeyKind, Long> keys() {
    DataSet data = object.data();
    Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
    data.integer(Tag.ACQUISITION_NUMBER)
        .ifPresent(number -> keys.put(KeyKind.ACQUISITION, (long) number));
    data.integer(Tag.INSTANCE_NUMBER)
        .ifPresent(number -> keys.put(KeyKind.INSTANCE, (long) number));
    ScannerTime.acquired(data).ifPresent(time -> keys.put(KeyKind.TIME, time));
    return keys;
  }

  private Optional<String> phase() {
    DataSet data = object.data();
    OptionalInt xa = data.integer(data.privateTag(PrivateTag.XA_PHASE_POSITIVE));
    return PhaseEncoding.of(data, header.sign().isPresent() ? header.sign() : xa);
  }
}
