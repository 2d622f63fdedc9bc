package io.mindstream.bridge.console;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Elements that all vendors write alike: of patient, study, series and pixels. */
final class CommonElements {

  private static final DateTimeFormatter DATE = format("yyyyMMdd");
  private static final DateTimeFormatter TIME = format("HHmmss.SSSSSS");
  private static final DateTimeFormatter BOTH = format("yyyyMMddHHmmss.SSSSSS");

  private CommonElements() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  static String date(LocalDateTime time) {
    return DATE.format(time);
  }

  static String time(LocalDateTime time) {
    return TIME.format(time);
  }

  static String dateTime(LocalDateTime time) {
    return BOTH.format(time);
  }

  /** Who, when, what. Names and numbers are made up, so that their removal can be tried. */
  static DataSetBytes begin(AcquiredVolume volume, String sopClass, int slice) {
    ConsoleSeries series = volume.series();
    LocalDateTime now = volume.begun();
    return new DataSetBytes()
        .text(0x00080005, "CS", "ISO_IR 100")
        .text(0x00080016, "UI", sopClass)
        .text(0x00080018, "UI", series.instance(volume.index(), slice))
        .text(0x00080020, "DA", date(series.begun()))
        .text(0x00080021, "DA", date(series.begun()))
        .text(0x00080023, "DA", date(now))
        .text(0x00080030, "TM", time(series.begun()))
        .text(0x00080031, "TM", time(series.begun()))
        .text(0x00080033, "TM", time(now))
        .text(0x00080050, "SH", "")
        .text(0x00080060, "CS", "MR")
        .text(0x00080080, "LO", "Simulated Hospital")
        .text(0x00080090, "PN", "Simulated^Physician")
        .text(0x00081010, "SH", "SIMULATED")
        .text(0x0008103E, "LO", series.name())
        .text(0x00100010, "PN", series.patient())
        .text(0x00100020, "LO", "SIMULATED-1")
        .text(0x00100030, "DA", "19700101")
        .text(0x00100040, "CS", "O")
        .text(0x00180023, "CS", "2D")
        .decimals(0x00180087, 3)
        .text(0x00181000, "LO", "00000")
        .text(0x00181030, "LO", series.name())
        .text(0x00185100, "CS", "HFS")
        .text(0x0020000D, "UI", series.study())
        .text(0x0020000E, "UI", series.uid())
        .text(0x00200010, "SH", "1")
        .whole(0x00200011, series.number())
        .text(0x00200052, "UI", series.study() + ".1")
        .text(0x00201040, "LO", "");
  }

  /** What only objects without functional groups say of sequence, time and place. */
  static void classic(DataSetBytes into, AcquiredVolume volume, Direction position) {
    ConsoleGrid grid = volume.series().grid();
    into.text(0x00080022, "DA", date(volume.begun()))
        .text(0x00080032, "TM", time(volume.begun()))
        .text(0x00180020, "CS", "EP")
        .text(0x00180021, "CS", "SK")
        .text(0x00180022, "CS", "FS")
        .decimals(0x00180050, grid.millimetres(2))
        .decimals(0x00180080, 1000 * volume.series().repetitionTimeSeconds())
        .decimals(0x00180081, 30)
        .whole(0x00180086, 1)
        .decimals(0x00180088, grid.millimetres(2))
        .whole(0x00180091, grid.rows())
        .us(0x00181310, grid.columns(), 0, 0, grid.rows())
        .text(0x00181312, "CS", "COL")
        .decimals(0x00181314, 70)
        .decimals(0x00200032, position.numbers())
        .decimals(0x00200037, orientation(grid))
        .decimals(0x00280030, grid.millimetres(1), grid.millimetres(0));
    if (volume.data().slope() != 1 || volume.data().intercept() != 0) {
      scaling(into, volume);
    }
  }

  static void scaling(DataSetBytes into, AcquiredVolume volume) {
    into.decimals(0x00281052, volume.data().intercept())
        .decimals(0x00281053, volume.data().slope())
        .text(0x00281054, "LO", "US");
  }

  static double[] orientation(ConsoleGrid grid) {
    Direction a = grid.across();
    Direction d = grid.down();
    return new double[] {a.x(), a.y(), a.z(), d.x(), d.y(), d.z()};
  }

  static void pixels(
      DataSetBytes into, AcquiredVolume volume, int columns, int rows, byte[] pixels) {
    into.us(0x00280002, 1)
        .text(0x00280004, "CS", "MONOCHROME2")
        .us(0x00280010, rows)
        .us(0x00280011, columns)
        .us(0x00280100, 16)
        .us(0x00280101, 16)
        .us(0x00280102, 15)
        .us(0x00280103, volume.signed() ? 1 : 0)
        .bytes(0x7FE00010, "OW", pixels);
  }
}
