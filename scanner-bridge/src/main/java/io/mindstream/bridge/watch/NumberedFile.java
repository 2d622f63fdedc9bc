package io.mindstream.bridge.watch;

import java.util.Comparator;
import java.util.Optional;

/**
 * A file whose name counts volumes.
 *
 * @param file as it was seen
 * @param number the last number in its name
 */
record NumberedFile(FileSight file, long number) {

  /** By number; files of the same one by name. */
  static final Comparator<NumberedFile> ORDER =
      Comparator.comparingLong(NumberedFile::number).thenComparing(NumberedFile::name);

  /** Empty where the name has no number. */
  static Optional<NumberedFile> of(FileSight file) {
    return VolumeName.number(file.name()).stream()
        .mapToObj(number -> new NumberedFile(file, number))
        .findFirst();
  }

  String name() {
    return file.name();
  }
}
