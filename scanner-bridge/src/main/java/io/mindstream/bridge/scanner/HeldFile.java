package io.mindstream.bridge.scanner;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The file of a slice. Its name holds its number and the checksum of its bytes, so that what a
 * crash left of a file is told from a whole one.
 *
 * @param number its place in the order of all
 * @param checksum CRC-32 in hexadecimal; none for a file of another kind
 */
record HeldFile(int number, String checksum) {

  private static final Pattern NAME = Pattern.compile("(\\d{9})-([0-9a-f]{8})\\.dcm");

  static HeldFile of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? new HeldFile(Integer.parseInt(name.group(1)), name.group(2))
        : new HeldFile(-1, "");
  }

  /** True for all of the bytes. */
  boolean holds(byte[] bytes) {
    return checksum(bytes).equals(checksum);
  }

  /** Writes a slice, and returns once the disk has it. */
  static Path write(Path folder, int number, byte[] bytes) throws IOException {
    String name = String.format(Locale.ROOT, "%09d-%s.dcm", number, checksum(bytes));
    File file = folder.resolve(name).toFile();
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(bytes);
      out.getFD().sync();
      return file.toPath();
    } catch (IOException e) {
      Files.deleteIfExists(file.toPath());
      throw e;
    }
  }

  private static String checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
