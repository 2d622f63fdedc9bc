package io.mindstream.decoder.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a folder of archives may hold. What was not used for longest goes first; what was used a
 * short while ago stays, since another process may be about to read it.
 *
 * @param bytes of all files together
 * @param rest how long a file must have been left alone before it may go
 */
record CacheLimit(long bytes, Duration rest) {

  /** Room for three archives of the released size. */
  static final CacheLimit USUAL = new CacheLimit(8L << 30, Duration.ofHours(1));

  private static final String OURS = "*{" + ArchiveCache.ARCHIVE + "," + ArchiveCache.PART + "}";

  private record Entry(Path path, long size, Instant used) {

    static Entry of(Path path) throws IOException {
      return new Entry(path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
    }
  }

  /** Deletes what is too much; parts that a crash left behind go too. */
  void apply(Path folder) throws IOException {
    Instant before = Instant.now().minus(rest);
    List<Entry> oldestFirst = entries(folder);
    long total = oldestFirst.stream().mapToLong(Entry::size).sum();
    for (Entry entry : oldestFirst) {
      boolean unwanted = total > bytes || entry.path().toString().endsWith(ArchiveCache.PART);
      if (unwanted && entry.used().isBefore(before)) {
        Files.deleteIfExists(entry.path());
        total -= entry.size();
      }
    }
  }

  /** Another process may rename or delete a file meanwhile; what is gone does not count. */
  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
      for (Path file : files) {
        try {
          entries.add(Entry.of(file));
        } catch (NoSuchFileException e) {
          // Gone since the folder was read.
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used));
    return entries;
  }
}
