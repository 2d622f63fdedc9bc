package io.mindstream.bridge.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks at a folder, by polling alone: network file systems tell of nothing.
 *
 * @param path the folder
 */
record VolumeFolder(Path path) {

  /**
   * Every volume's file as it is now; folders below are not looked into.
   *
   * @throws IOException where the folder cannot be listed
   */
  List<FileSight> look() throws IOException {
    List<FileSight> sights = new ArrayList<>();
    for (Path file : list(VolumeName::isVolume)) {
      sight(file).ifPresent(sights::add);
    }
    return sights;
  }

  /**
   * The folder's mask, where it has exactly one.
   *
   * @throws IOException where the folder cannot be listed
   */
  Optional<Path> mask() throws IOException {
    List<Path> masks = list(VolumeName::isMask);
    return masks.size() == 1 ? Optional.of(masks.get(0)) : Optional.empty();
  }

  /**
   * The JSON files that may describe a volume, the most telling first.
   *
   * @throws IOException where the folder cannot be listed
   */
  List<Path> sidecars(Path volume) throws IOException {
    String own = volume.getFileName().toString().replaceFirst("\\.nii(\\.gz)?$", ".json");
    List<Path> sidecars = new ArrayList<>(list(own::equals));
    sidecars.addAll(list(name -> name.endsWith("_bold.json") && !name.equals(own)));
    return sidecars;
  }

  private List<Path> list(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> wanted.test(String.valueOf(file.getFileName()))).toList();
    } catch (UncheckedIOException e) { // From within the stream.
      throw e.getCause();
    }
  }

  /** Empty where it was renamed or removed meanwhile, or is no file. */
  private static Optional<FileSight> sight(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.isRegularFile()
          ? Optional.of(
              new FileSight(
                  String.valueOf(file.getFileName()),
                  now.size(),
                  now.lastModifiedTime().to(TimeUnit.NANOSECONDS)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
