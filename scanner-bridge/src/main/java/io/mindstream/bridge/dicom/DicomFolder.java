package io.mindstream.bridge.dicom;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.file.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All DICOM objects of a folder and those below it, or of one file, as series.
 *
 * @param source folder or file
 */
public record DicomFolder(Path source) {

  /** The scanner's own order, for series whose volumes nothing but their order tells apart. */
  private static final Comparator<DicomObject> NUMBERED =
      Comparator.comparingInt((DicomObject object) -> number(object, Tag.ACQUISITION_NUMBER))
          .thenComparingInt(object -> number(object, Tag.INSTANCE_NUMBER));

  /**
   * Reads all files' descriptions, and no pixels.
   *
   * @param notes takes what was left out, one line each
   * @throws DicomException where there is no DICOM object
   */
  public List<FoundSeries> read(AssemblySettings settings, Consumer<String> notes) {
    FoundSeries.Collector found = new FoundSeries.Collector();
    List<DicomObject> objects = new ArrayList<>();
    Problems problems = new Problems();
    int others = 0;
    for (Path file : files(notes)) {
      if (!recognised(file, problems)) {
        others++;
        continue;
      }
      try {
        objects.add(DicomReader.read(file));
      } catch (DicomException e) {
        problems.add(e);
      }
    }
    VolumeAssembler assembler = new VolumeAssembler(settings);
    objects.sort(NUMBERED);
    objects.forEach(object -> offer(assembler, object, found, problems));
    found.take(assembler.finish());
    problems.lines().forEach(notes);
    found.broken(problems.objects());
    if (others > 0) {
      notes.accept(others + " other files, which are no DICOM objects, were left alone");
    }
    if (objects.isEmpty() && found.series().isEmpty()) {
      throw new DicomException(
          source.toString(), "holds no DICOM object; give --source a folder with DICOM files");
    }
    return found.series();
  }

  private static boolean recognised(Path file, Problems problems) {
    try {
      return DicomReader.recognises(FileBytes.of(file));
    } catch (DicomException e) {
      problems.add(e);
      return false;
    }
  }

  private static void offer(
      VolumeAssembler assembler,
      DicomObject object,
      FoundSeries.Collector found,
      Problems problems) {
    try {
      List<AssemblyEvent> events = assembler.offer(object, Instant.EPOCH);
      found.take(events);
    } catch (DicomException e) {
      problems.add(e);
    }
  }

  private static int number(DicomObject object, int tag) {
    try {
      return object.data().integer(tag).orElse(0);
    } catch (DicomException e) {
      return 0; // Whoever takes the object says so.
    }
  }

  private List<Path> files(Consumer<String> notes) {
    if (Files.isRegularFile(source)) {
      return List.of(source);
    }
    if (!Files.isDirectory(source)) {
      throw new DicomException(source.toString(), "does not exist; check the path of --source");
    }
    try {
      FolderFiles below = FolderFiles.below(source);
      below.problems().forEach(notes);
      return below.files().stream().filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new DicomException(
          source.toString(), "cannot be listed (" + e.getMessage() + "); check its rights", e);
    }
  }
}
