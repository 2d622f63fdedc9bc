package io.mindstream.benchmarks.scanner;

import io.mindstream.bridge.console.ConsoleOptions;
import io.mindstream.bridge.console.ConsoleSession;
import io.mindstream.bridge.console.Programme;
import io.mindstream.bridge.console.Target;
import io.mindstream.bridge.console.Vendor;
import io.mindstream.bridge.simulation.SimulationSettings;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Siemens mosaics of one series: a simulated volume whose number, time and UID are written anew for
 * each, since to simulate each would cost more than what is measured.
 */
final class Mosaic {

  private static final int META_LENGTH = 140;
  private static final int NUMBER_WIDTH = 8;
  private static final int UID_WIDTH = 18;
  private static final LocalTime BEGUN = LocalTime.of(9, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSSSSS ");

  private final byte[] file;
  private final int begin;
  private final int instance;
  private final List<Integer> numbers;
  private final int time;

  private Mosaic(byte[] file, int begin) {
    ElementSpan uid = ElementSpan.of(file, begin, 0x00080018, "UI");
    byte[] wide = uid.widened(file, UID_WIDTH);
    wide = ElementSpan.of(wide, begin, 0x00200012, "IS").widened(wide, NUMBER_WIDTH);
    wide = ElementSpan.of(wide, begin, 0x00200013, "IS").widened(wide, NUMBER_WIDTH);
    this.file = wide;
    this.begin = begin;
    this.instance = ElementSpan.of(wide, begin, 0x00080018, "UI").start();
    this.time = ElementSpan.of(wide, begin, 0x00080032, "TM").start();
    this.numbers =
        List.of(
            ElementSpan.of(wide, begin, 0x00200012, "IS").start(),
            ElementSpan.of(wide, begin, 0x00200013, "IS").start());
  }

  /** Simulates one. */
  static Mosaic of(VolumeShape shape) throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      play(Vendor.SIEMENS_MOSAIC, shape, 1, folder.path());
      try (Stream<Path> files = Files.list(folder.path())) {
        return of(Files.readAllBytes(files.findFirst().orElseThrow()));
      }
    }
  }

  /** Writes simulated volumes as a vendor's console does. */
  static void play(Vendor vendor, VolumeShape shape, int volumes, Path folder)
      throws IOException, InterruptedException {
    Programme programme =
        Programme.of(
            new SimulatedScanner(
                SimulationSettings.defaults().withRuns(1).withTrials(3).withShape(shape)));
    ConsoleOptions one =
        new ConsoleOptions(
            OptionalDouble.empty(), Speed.MAX, 0, OptionalInt.of(volumes), "Simulated^Person");
    new ConsoleSession(vendor, new Target.Folder(folder), one, Optional.empty(), Optional.empty())
        .play(programme, due -> false, new Silent());
  }

  /** Mosaics like that of a file with preamble, explicit VR little endian. */
  static Mosaic of(byte[] file) {
    return new Mosaic(file, begin(file));
  }

  /** Where the data set of a file with preamble begins. */
  static int begin(byte[] file) {
    return META_LENGTH + 4 + ElementSpan.little(file).getInt(META_LENGTH);
  }

  /** SOP instance UID of a volume. */
  static String instance(int volume) {
    return "2.25.4711." + (10_000_001 + volume);
  }

  /**
   * A volume's file.
   *
   * @param volume origin 0
   * @param seconds of its acquisition since that of volume 0
   */
  byte[] file(int volume, double seconds) {
    return from(0, volume, seconds);
  }

  /** A volume's data set, as C-STORE sends it. */
  byte[] dataSet(int volume, double seconds) {
    return from(begin, volume, seconds);
  }

  private byte[] from(int start, int volume, double seconds) {
    byte[] copy = Arrays.copyOfRange(file, start, file.length);
    put(copy, instance - start, instance(volume));
    put(copy, time - start, TIME.format(BEGUN.plusNanos(Math.round(1e9 * seconds))));
    numbers.forEach(at -> put(copy, at - start, "%08d".formatted(volume + 1)));
    return copy;
  }

  private static void put(byte[] file, int at, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(value, 0, file, at, value.length);
  }

  private static final class Silent implements ConsoleSession.Listener {
    @Override
    public void sent(int series, int volume) {}

    @Override
    public void note(String text) {
      System.err.println(text);
    }
  }
}
