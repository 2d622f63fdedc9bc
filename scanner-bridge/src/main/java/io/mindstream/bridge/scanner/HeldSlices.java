package io.mindstream.bridge.scanner;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomExtract;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * bridge that was killed, or whose machine lost power, takes them again. For one thread.
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
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LATELY))) {
        Files.delete(file);
      } else {
        take(file, objects);
      }
    }
    return objects;
  }

  /** One that is not whole was never answered with success: its sender sends it again. */
  private void take(Path file, List<DicomObject> objects) throws IOException {
    HeldFile held = HeldFile.of(file);
    next = Math.max(next, held.number() + 1);
    byte[] bytes = Files.readAllBytes(file);
    if (!held.holds(bytes)) {
      Files.delete(file);
      return;
    }
    try {
      DicomObject object = DicomReader.read(new MemoryBytes("slice " + held.number(), bytes));
      objects.add(object);
      files.put(object, file);
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
      files.put(came, HeldFile.write(folder, next++, DicomExtract.of(came)));
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
