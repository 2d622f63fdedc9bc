package io.mindstream.bridge.scanner;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.imaging.dicom.ByteSource;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.MemoryBytes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder into which a scanner's console, or the share that it exports to, writes DICOM files.
 * Looked at again and again, since network file systems tell of nothing. A file is read once it has
 * stopped growing and is whole; one that never is whole is said. For one thread.
 */
final class ExportFolder {

  /** In memory a file may be moved or deleted once it was read. */
  private static final long MOST_IN_MEMORY = 64 << 20;

  /** So long a file that is no whole object may still be written on, since nobody writes slower. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Path folder;
  private final Consumer<String> notes;
  private final Map<Path, Sight> done = new HashMap<>();
  private final Map<Path, Sight> growing = new HashMap<>();

  /** A console may write a name again: then it is another file. */
  private record Sight(long bytes, FileTime modified, Instant since) {
    private static Sight of(BasicFileAttributes now, Instant since) {
      return new Sight(now.size(), now.lastModifiedTime(), since);
    }

    private boolean same(BasicFileAttributes now) {
      return now.size() == bytes && now.lastModifiedTime().equals(modified);
    }
  }

  ExportFolder(Path folder, Consumer<String> notes) {
    this.folder = folder;
    this.notes = notes;
  }

  /**
   * Leaves out what lies there now; how many files.
   *
   * @throws FeedException where the folder cannot be listed
   */
  int skipPresent() {
    list().forEach((file, now) -> done.put(file, Sight.of(now, Instant.EPOCH)));
    return done.size();
  }

  /** Looks again at what was written since a time. */
  void takeSince(Instant time) {
    done.values().removeIf(sight -> !sight.modified().toInstant().isBefore(time));
  }

  /**
   * The objects that have become whole since the last look, in the order of their names.
   *
   * @throws FeedException where the folder cannot be listed
   */
  List<ScannedObject> look(Instant now) {
    List<ScannedObject> whole = new ArrayList<>();
    list().forEach((file, attributes) -> look(file, attributes, now, whole));
    return whole;
  }

  private void look(
      Path file, BasicFileAttributes attributes, Instant now, List<ScannedObject> whole) {
    Sight before = growing.get(file);
    if (before == null || !before.same(attributes)) {
      growing.put(file, Sight.of(attributes, now));
      return;
    }
    boolean late = Duration.between(before.since(), now).compareTo(GRACE) > 0;
    if (attributes.size() > 0 && (read(file, late, now, whole) || late)) {
      growing.remove(file);
      done.put(file, before);
    }
  }

  /** False where the file may still be written on. */
  private boolean read(Path file, boolean late, Instant now, List<ScannedObject> whole) {
    try {
      ByteSource bytes = bytes(file);
      if (DicomReader.recognises(bytes)) {
        whole.add(new ScannedObject(DicomReader.read(bytes), now));
        return true;
      }
    } catch (IOException e) {
      if (late) {
        notes.accept("a file cannot be read (" + e.getClass().getSimpleName() + ")");
      }
    } catch (DicomException e) {
      if (late) {
        notes.accept("left out: " + e.getMessage());
      }
    }
    return false;
  }

  /** Without the file's name, which may be a person's; size and time find it. */
  private static ByteSource bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_IN_MEMORY) {
      return FileBytes.of(file);
    }
    String name = "file of %d bytes, written %s".formatted(size, Files.getLastModifiedTime(file));
    return new MemoryBytes(name, Files.readAllBytes(file));
  }

  private Map<Path, BasicFileAttributes> list() {
    Map<Path, BasicFileAttributes> files = new TreeMap<>();
    try {
      Files.walkFileTree(folder, new Visitor(files));
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be listed (%s); is the share mounted?".formatted(folder, e.getMessage()));
    }
    return files;
  }

  /** Sees what is neither done, hidden nor under a name of something unfinished. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, BasicFileAttributes> files;

    private Visitor(Map<Path, BasicFileAttributes> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      boolean unfinished = name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
      if (attributes.isRegularFile() && !unfinished && !isDone(file, attributes)) {
        files.put(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isDone(Path file, BasicFileAttributes now) {
      Sight then = done.get(file);
      return then != null && then.same(now);
    }

    /** It was renamed or removed meanwhile, or may not be read; the next look tells. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(folder)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
