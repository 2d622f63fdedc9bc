package io.mindstream.bridge.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Siemens before XA: a volume as one image whose tiles are the slices, described in CSA headers.
 * The position is that of the image's corner, as if it were one slice around the first one's
 * centre.
 */
final class MosaicFormat implements VendorFormat {

  private static final String SEQUENCE = "epfid2d1_";

  @Override
  public List<ScanObject> objects(AcquiredVolume volume) {
    ConsoleSeries series = volume.series();
    ConsoleGrid grid = series.grid();
    int tiles = (int) Math.ceil(Math.sqrt(grid.slices()));
    DataSetBytes data = CommonElements.begin(volume, ScanObject.MR, 0);
    CommonElements.classic(data, volume, corner(grid, tiles));
    data.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\NORM\\MOSAIC")
        .text(0x00080070, "LO", "SIEMENS")
        .text(0x00081090, "LO", "Prisma_fit")
        .text(0x00180024, "SH", SEQUENCE + grid.rows())
        .text(0x00181020, "LO", "syngo MR E11")
        .whole(0x00200012, volume.index() + 1)
        .whole(0x00200013, volume.index() + 1);
    vendor(data, volume);
    CommonElements.pixels(
        data, volume, grid.columns() * tiles, grid.rows() * tiles, volume.tiled(tiles));
    String name =
        String.format(Locale.ROOT, "001_%06d_%06d.dcm", series.number(), volume.index() + 1);
    return List.of(
        new ScanObject(ScanObject.MR, series.instance(volume.index(), 0), name, data.toArray()));
  }

  private static Direction corner(ConsoleGrid grid, int tiles) {
    double across = grid.millimetres(0) * (tiles - 1) * grid.columns() / 2;
    double down = grid.millimetres(1) * (tiles - 1) * grid.rows() / 2;
    return grid.position(0).plus(grid.across().times(-across)).plus(grid.down().times(-down));
  }

  private static void vendor(DataSetBytes data, AcquiredVolume volume) {
    int slices = volume.series().grid().slices();
    double[] times = milliseconds(volume.series());
    data.text(0x00190010, "LO", "SIEMENS MR HEADER")
        .us(0x0019100A, slices)
        .fd(0x00191029, times)
        .text(0x00290010, "LO", "SIEMENS CSA HEADER")
        .text(0x00291008, "CS", "IMAGE NUM 4")
        .text(0x00291009, "LO", CommonElements.date(volume.begun()))
        .bytes(0x00291010, "OB", image(volume, times))
        .text(0x00291018, "CS", "MR")
        .text(0x00291019, "LO", CommonElements.date(volume.begun()))
        .bytes(0x00291020, "OB", protocol(volume.series()));
  }

  private static double[] milliseconds(ConsoleSeries series) {
    int[] order = SliceOrder.ofSiemens(series.grid().slices());
    return Arrays.stream(SliceOrder.seconds(order, series.repetitionTimeSeconds()))
        .map(seconds -> 1000 * seconds)
        .toArray();
  }

  private static byte[] image(AcquiredVolume volume, double[] times) {
    ConsoleGrid grid = volume.series().grid();
    return new CsaBytes()
        .whole("NumberOfImagesInMosaic", grid.slices())
        .numbers("SliceNormalVector", grid.normal().numbers())
        .numbers("MosaicRefAcqTimes", times)
        .whole("ProtocolSliceNumber", 0)
        .whole("PhaseEncodingDirectionPositive", 1)
        .text("ImaCoilString", "HEA;HEP")
        .toArray();
  }

  private static byte[] protocol(ConsoleSeries series) {
    return new CsaBytes()
        .text(
            "MrPhoenixProtocol",
            """
            ### ASCCONV BEGIN ###
            tProtocolName = "%s"
            alTR[0] = %d
            sSliceArray.lSize = %d
            sSliceArray.ucMode = 0x4
            lRepetitions = 0
            ### ASCCONV END ###
            """
                .formatted(
                    series.name(),
                    Math.round(1e6 * series.repetitionTimeSeconds()),
                    series.grid().slices()))
        .toArray();
  }
}
