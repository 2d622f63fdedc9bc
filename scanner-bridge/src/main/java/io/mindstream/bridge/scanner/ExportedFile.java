package io.mindstream.bridge.scanner;

import io.mindstream.imaging.dicom.ByteSource;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.MemoryBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/**
 * What lies in a file now.
 *
 * @param object empty where it is no whole object
 * @param objection why it is none, where anybody knows
 */
record ExportedFile(Optional<DicomObject> object, Optional<String> objection) {

  /** In memory a file may be moved or deleted once it was read. */
  private static final long MOST_IN_MEMORY = 64 << 20;

  private static final int END = 512;

  /**
   * Reads a file.
   *
   * @param before its size and time when it was looked at; one that changed since is not whole
   */
  static ExportedFile read(Path file, BasicFileAttributes before) {
    try {
      ByteSource bytes = bytes(file, before);
      if (!DicomReader.recognises(bytes)) {
        return new ExportedFile(Optional.empty(), Optional.empty());
      }
      DicomObject object = DicomReader.read(bytes);
      boolean changed =
          !Files.getLastModifiedTime(file).equals(before.lastModifiedTime())
              || bytes.size() != before.size();
      return new ExportedFile(changed ? Optional.empty() : Optional.of(object), Optional.empty());
    } catch (IOException e) {
      return none("a file cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (DicomException e) {
      return none("left out: " + e.getMessage());
    }
  }

  private static ExportedFile none(String objection) {
    return new ExportedFile(Optional.empty(), Optional.of(objection));
  }

  /** Without the file's name, which may be a person's; size and time find it. */
  private static ByteSource bytes(Path file, BasicFileAttributes before) throws IOException {
    if (before.size() > MOST_IN_MEMORY) {
      return FileBytes.of(file);
    }
    String name =
        "file of %d bytes, written %s".formatted(before.size(), before.lastModifiedTime());
    return new MemoryBytes(name, Files.readAllBytes(file));
  }

  /**
   * True where something else than zeros stands at its end: who writes into a file that was given
   * its size before has got there.
   */
  static boolean ended(Path file) {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(END, open.length())];
      open.seek(open.length() - end.length);
      open.readFully(end);
      return !Arrays.equals(end, new byte[end.length]);
    } catch (IOException e) {
      return false; // It is gone, or grows; the next look tells.
    }
  }
}
