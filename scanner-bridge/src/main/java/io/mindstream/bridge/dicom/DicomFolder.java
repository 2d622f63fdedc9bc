package io.mindstream.bridge.dicom;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.file.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * All DICOM objects of a folder and those below it, or of one file, as series.
 *
 * @param source folder or file
 */
public record DicomFolder(Path source) {

  /**
   * Reads all files' descriptions, and no pixels.
   *
   * @param notes takes what was left out, one line each
   * @throws DicomException where there is no DICOM object
   */
  public List<FoundSeries> read(AssemblySettings settings, Consumer<String> notes) {
    VolumeAssembler assembler = new VolumeAssembler(settings);
    FoundSeries.Collector found = new FoundSeries.Collector();
    int objects = 0;
    int others = 0;
    for (Path file : files(notes)) {
      FileBytes bytes = FileBytes.of(file);
      if (!recognised(bytes, notes)) {
        others++;
        continue;
      }
      objects++;
      offer(assembler, bytes, found, notes);
    }
    found.take(assembler.finish());
    if (others > 0) {
      notes.accept(others + " other files, which are no DICOM objects, were left alone");
    }
    if (objects == 0) {
      throw new DicomException(
          source.toString(), "holds no DICOM object; give --source a folder with DICOM files");
    }
    return found.series();
  }

  private static boolean recognised(FileBytes bytes, Consumer<String> notes) {
    try {
      return DicomReader.recognises(bytes);
    } catch (DicomException e) {
      notes.accept(e.getMessage());
      return false;
    }
  }

  private static void offer(
      VolumeAssembler assembler,
      FileBytes bytes,
      FoundSeries.Collector found,
      Consumer<String> notes) {
    try {
      List<AssemblyEvent> events = assembler.offer(DicomReader.read(bytes), Instant.EPOCH);
      found.take(events);
    } catch (DicomException e) {
      notes.accept(e.getMessage());
      found.broken();
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
