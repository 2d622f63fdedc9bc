package io.mindstream.bridge.console;

import io.mindstream.imaging.dicom.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** GE: an object a slice, in the order in which the slices are acquired, numbered by place. */
final class GeFormat implements VendorFormat {

  @Override
  public List<ScanObject> objects(AcquiredVolume volume) {
    ConsoleSeries series = volume.series();
    int[] order = SliceOrder.interleaved(series.grid().slices(), 0);
    double[] seconds = SliceOrder.seconds(order, series.repetitionTimeSeconds());
    byte[] pixels = volume.pixels();
    List<ScanObject> objects = new ArrayList<>();
    for (int slice : order) {
      objects.add(object(volume, slice, seconds[slice], pixels));
    }
    return objects;
  }

  private static ScanObject object(
      AcquiredVolume volume, int slice, double seconds, byte[] pixels) {
    ConsoleSeries series = volume.series();
    ConsoleGrid grid = series.grid();
    int number = volume.index() * grid.slices() + slice + 1;
    double timer = volume.index() * series.repetitionTimeSeconds() + seconds;
    int bytes = pixels.length / grid.slices();
    DataSetBytes data = CommonElements.begin(volume, ScanObject.MR, slice);
    CommonElements.classic(data, volume, grid.position(slice));
    data.text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\EPI\\NONE")
        .text(Tag.MANUFACTURER, "LO", "GE MEDICAL SYSTEMS")
        .text(Tag.MODEL, "LO", "DISCOVERY MR750")
        .text(Tag.SOFTWARE, "LO", "24\\LX\\MR Software release:DV24.0_R02_1607.b")
        .whole(Tag.ACQUISITION_NUMBER, 1)
        .whole(Tag.INSTANCE_NUMBER, number)
        .whole(Tag.IMAGES_IN_ACQUISITION, grid.slices())
        .ul(Tag.IN_STACK_POSITION, slice + 1);
    vendor(data, grid.slices(), timer);
    CommonElements.pixels(
        data,
        volume,
        grid.columns(),
        grid.rows(),
        Arrays.copyOfRange(pixels, slice * bytes, (slice + 1) * bytes));
    String name =
        String.format(Locale.ROOT, "s%04d/i%08d.MRDCM.%d", series.number(), number, number);
    return new ScanObject(
        ScanObject.MR, series.instance(volume.index(), slice), name, data.toArray());
  }

  private static void vendor(DataSetBytes data, int slices, double timer) {
    data.text(0x00190010, "LO", "GEMS_ACQU_01")
        .ss(0x00191017, 2)
        .text(0x0019109C, "LO", "epiRT")
        .text(0x00210010, "LO", "GEMS_RELA_01")
        .ss(0x0021104F, slices)
        .text(0x0021105E, "DS", String.format(Locale.ROOT, "%.6f", timer))
        .text(0x00430010, "LO", "GEMS_PARM_01")
        .ss(0x0043102F, 0);
  }
}
