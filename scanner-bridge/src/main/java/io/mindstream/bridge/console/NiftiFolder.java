package io.mindstream.bridge.console;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.RunDescription;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A folder of NIfTI files that is not in BIDS form: each series is a run; where all files are
 * single volumes, they are one run in the order of their names. There are no stimuli.
 */
public final class NiftiFolder {

  private NiftiFolder() {}

  /** True for a folder in BIDS form: some file below it is named as a series. */
  public static boolean inBidsForm(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().matches(".*_bold\\.nii(\\.gz)?"));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * What it holds.
   *
   * @param repetitionTimeSeconds in place of the headers'
   * @throws FeedException where there are no files, or no TR
   * @throws io.mindstream.imaging.nifti.NiftiException where a file cannot be used
   */
  public static Programme open(Path folder, OptionalDouble repetitionTimeSeconds) {
    List<FeedRun> runs = new ArrayList<>();
    for (List<Path> series : series(files(folder))) {
      runs.add(run(series, runs.size() + 1, repetitionTimeSeconds));
    }
    return new Programme(folder.toString(), runs, Optional.empty());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> files =
          listed.filter(file -> file.toString().matches(".*\\.nii(\\.gz)?")).sorted().toList();
      if (files.isEmpty()) {
        throw new FeedException(folder + " holds no *.nii[.gz]; give another --source");
      }
      return files;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static List<List<Path>> series(List<Path> files) {
    boolean single = files.stream().allMatch(file -> NiftiReader.check(file).volumes() == 1);
    return single ? List.of(files) : files.stream().map(List::of).toList();
  }

  private static FeedRun run(List<Path> files, int number, OptionalDouble repetitionTimeSeconds) {
    NiftiHeader header = NiftiReader.check(files.get(0));
    double seconds = repetitionTimeSeconds.orElse(header.repetitionTimeSeconds().orElse(0));
    if (!(seconds > 0)) {
      throw new FeedException(files.get(0) + " says no TR; give it in seconds by --tr");
    }
    RunId id = RunId.parse(String.format(Locale.ROOT, "sub-scanned_task-scan_run-%02d", number));
    String source = String.valueOf(files.get(0).toAbsolutePath().getParent());
    return new NiftiRun(
        new RunDescription(id, seconds, header.geometry(), source, false),
        files,
        files.size() == 1 ? header.volumes() : files.size());
  }

  private static FeedException unreadable(Path folder, IOException e) {
    return new FeedException(
        "%s cannot be listed (%s); give another --source".formatted(folder, e.getMessage()));
  }
}
