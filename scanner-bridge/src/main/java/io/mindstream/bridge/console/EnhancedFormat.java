package io.mindstream.bridge.console;

import io.mindstream.imaging.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Siemens from XA on: a volume as one enhanced object, a frame a slice, whose functional groups say
 * where and when.
 */
final class EnhancedFormat implements VendorFormat {

  private static final String MAGNITUDE = "ORIGINAL\\PRIMARY\\M\\NONE";

  @Override
  public List<ScanObject> objects(AcquiredVolume volume) {
    ConsoleSeries series = volume.series();
    ConsoleGrid grid = series.grid();
    DataSetBytes data = CommonElements.begin(volume, ScanObject.ENHANCED_MR, 0);
    data.text(Tag.IMAGE_TYPE, "CS", MAGNITUDE)
        .text(Tag.ACQUISITION_DATE_TIME, "DT", CommonElements.dateTime(volume.begun()))
        .text(Tag.MANUFACTURER, "LO", "Siemens Healthineers")
        .text(Tag.MODEL, "LO", "MAGNETOM Vida")
        .text(Tag.COMPLEX_COMPONENT, "CS", "MAGNITUDE")
        .text(Tag.SOFTWARE, "LO", "syngo MR XA30")
        .decimals(Tag.SLICE_SPACING, grid.millimetres(2))
        .whole(Tag.ACQUISITION_NUMBER, 1)
        .whole(Tag.INSTANCE_NUMBER, volume.index() + 1)
        .whole(Tag.FRAMES, grid.slices())
        .item(Tag.SHARED_GROUPS, shared(series))
        .items(Tag.FRAME_GROUPS, frames(volume));
    CommonElements.pixels(data, volume, grid.columns(), grid.rows(), volume.pixels());
    String name = String.format(Locale.ROOT, "%d_%d.dcm", series.number(), volume.index() + 1);
    return List.of(
        new ScanObject(
            ScanObject.ENHANCED_MR, series.instance(volume.index(), 0), name, data.toArray()));
  }

  private static DataSetBytes shared(ConsoleSeries series) {
    return new DataSetBytes()
        .item(
            Tag.TIMING_SEQUENCE,
            new DataSetBytes()
                .decimals(Tag.REPETITION_TIME, 1000 * series.repetitionTimeSeconds())
                .decimals(Tag.FLIP_ANGLE, 70))
        .item(Tag.FOV_SEQUENCE, new DataSetBytes().text(Tag.PHASE_ENCODING, "CS", "COLUMN"));
  }

  private static List<DataSetBytes> frames(AcquiredVolume volume) {
    ConsoleSeries series = volume.series();
    int[] order = SliceOrder.ofSiemens(series.grid().slices());
    double[] seconds = SliceOrder.seconds(order, series.repetitionTimeSeconds());
    List<DataSetBytes> frames = new ArrayList<>();
    for (int slice = 0; slice < seconds.length; slice++) {
      frames.add(frame(volume, slice, seconds[slice]));
    }
    return frames;
  }

  private static DataSetBytes frame(AcquiredVolume volume, int slice, double seconds) {
    ConsoleGrid grid = volume.series().grid();
    DataSetBytes transformation = new DataSetBytes();
    CommonElements.scaling(transformation, volume);
    return new DataSetBytes()
        .item(Tag.ECHO_SEQUENCE, new DataSetBytes().fd(Tag.EFFECTIVE_ECHO_TIME, 30))
        .item(
            Tag.FRAME_TYPE_SEQUENCE,
            new DataSetBytes()
                .text(Tag.FRAME_TYPE, "CS", MAGNITUDE)
                .text(Tag.COMPLEX_COMPONENT, "CS", "MAGNITUDE"))
        .item(Tag.FRAME_CONTENT_SEQUENCE, content(volume, slice, seconds))
        .item(
            Tag.PLANE_POSITION_SEQUENCE,
            new DataSetBytes().decimals(Tag.POSITION, grid.position(slice).numbers()))
        .item(
            Tag.PLANE_ORIENTATION_SEQUENCE,
            new DataSetBytes().decimals(Tag.ORIENTATION, CommonElements.orientation(grid)))
        .item(
            Tag.PIXEL_MEASURES_SEQUENCE,
            new DataSetBytes()
                .decimals(Tag.SLICE_THICKNESS, grid.millimetres(2))
                .decimals(Tag.SLICE_SPACING, grid.millimetres(2))
                .decimals(Tag.PIXEL_SPACING, grid.millimetres(1), grid.millimetres(0)))
        .item(Tag.TRANSFORMATION_SEQUENCE, transformation)
        .text(0x00210011, "LO", "SIEMENS MR SDI 02")
        .item(
            0x002111FE,
            new DataSetBytes().text(0x00210011, "LO", "SIEMENS MR SDI 02").whole(0x0021111C, 1));
  }

  private static DataSetBytes content(AcquiredVolume volume, int slice, double seconds) {
    String time = CommonElements.dateTime(volume.at(seconds));
    return new DataSetBytes()
        .text(Tag.FRAME_DATE_TIME, "DT", time)
        .text(0x00189151, "DT", time)
        .text(0x00209056, "SH", "1")
        .ul(Tag.IN_STACK_POSITION, slice + 1)
        .ul(Tag.TEMPORAL_INDEX, volume.index() + 1)
        .us(Tag.FRAME_ACQUISITION_NUMBER, volume.index() + 1)
        .ul(Tag.DIMENSION_INDEX, 1, slice + 1, volume.index() + 1);
  }
}
