package io.mindstream.bridge.scanner;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomExtract;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slices that came by C-STORE and whose volume is not whole yet, as files without whom they show: a
 * killed bridge takes them again. They are not forced to the disk, since a machine that goes down
 * is away for longer than a volume waits. For one thread.
 */
final class HeldSlices {

  private static final Logger LOG = LoggerFactory.getLogger(HeldSlices.class);

  /** As long as a run that was left may go on; older ones are of another session. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  private final Path folder;
  private final IdentityHashMap<DicomObject, Path> files = new IdentityHashMap<>();
  private int next;

  /** Keeps slices in a folder that is made where it lacks, once there is one. */
  HeldSlices(Path folder) {
    this.folder = folder;
  }

  /** What a killed bridge held, in the order in which it came. Files of longer ago are deleted. */
  List<DicomObject> left(Instant now) throws IOException {
    List<DicomObject> objects = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return objects;
    }
    List<Path> there;
    try (Stream<Path> all = Files.list(folder)) {
      there = all.sorted().toList();
    }
    for (Path file : there) {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      if (!file.toString().endsWith(".dcm") || written.isBefore(now.minus(LATELY))) {
        Files.delete(file);
      } else {
        take(file, objects);
      }
    }
    return objects;
  }

  private void take(Path file, List<DicomObject> objects) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      DicomObject object = DicomReader.read(new MemoryBytes(name, Files.readAllBytes(file)));
      objects.add(object);
      files.put(object, file);
      next = Math.max(next, Integer.parseInt(name.replaceAll("\\D", "")) + 1);
    } catch (DicomException e) {
      LOG.warn("a slice that a killed bridge held is left out: {}", e.getMessage());
      Files.delete(file);
    }
  }

  /** Puts an object on disk if it waits for others, and deletes those that do not any more. */
  void settle(DicomObject came, Set<DicomObject> waiting) throws IOException {
    drop(waiting);
    if (waiting.contains(came)) {
      Files.createDirectories(folder);
      Path file = folder.resolve("%09d.dcm".formatted(next++));
      Path part = folder.resolve("part");
      Files.write(part, DicomExtract.of(came));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      files.put(came, file);
    }
  }

  /** True where any lies there. */
  boolean holds() {
    return !files.isEmpty();
  }

  /** Deletes the files of objects that do not wait any more. */
  void drop(Set<DicomObject> waiting) throws IOException {
    Iterator<Map.Entry<DicomObject, Path>> held = files.entrySet().iterator();
    while (held.hasNext()) {
      Map.Entry<DicomObject, Path> entry = held.next();
      if (!waiting.contains(entry.getKey())) {
        Files.deleteIfExists(entry.getValue());
        held.remove();
      }
    }
  }
}
