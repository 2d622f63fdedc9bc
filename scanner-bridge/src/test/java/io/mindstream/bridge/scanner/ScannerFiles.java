package io.mindstream.bridge.scanner;

import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Files as scanners wrote them. */
public enum ScannerFiles {
  /** Three volumes of eight slices, one a file. */
  GE("ge-rtia"),
  /** Two volumes of 35 slices, one a mosaic. */
  MOSAIC("siemens-mosaic-vb17"),
  /** Multi-frame, one volume a file. */
  XA("siemens-xa10");

  private final String set;

  ScannerFiles(String set) {
    this.set = set;
  }

  /** In the order of their names. */
  public List<Path> files() throws IOException {
    return in(SharedData.of("data/dicom/" + set));
  }

  /** Files of a folder that are neither NIfTI nor JSON, in the order of their names. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().matches(".*\\.(nii|json)")).sorted().toList();
    }
  }

  /** Without preamble and file meta, whose length its first element says. */
  public static byte[] dataSet(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int meta = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
    return Arrays.copyOfRange(bytes, 144 + meta, bytes.length);
  }

  /** An instance UID to send it by. */
  public static String uid(Path file) {
    return "1.2.3." + Integer.toUnsignedString(file.getFileName().hashCode());
  }
}
