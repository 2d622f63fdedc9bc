package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with runs in BIDS form, at any depth: {@code *_bold.nii} or {@code *_bold.nii.gz}, each
 * with an {@code _events.tsv} and a {@code .json} sidecar; pictures lie in {@code stimuli}.
 *
 * @param root the folder
 * @param runs what can be played, in order of their names
 * @param problems files that cannot, one line each
 */
public record BidsFolder(Path root, List<BidsRun> runs, List<String> problems) {

  /** Keeps lists of its own. */
  public BidsFolder {
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /**
   * Looks for runs; opens no series.
   *
   * @throws BidsException where there is no folder, or no series in it
   */
  public static BidsFolder scan(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    List<Path> series = named(root, ".*_bold\\.nii(\\.gz)?");
    if (series.isEmpty()) {
      throw new BidsException(
          folder, "has no *_bold.nii or *_bold.nii.gz; give a folder with runs in BIDS form");
    }
    List<BidsRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<RunId> seen = new HashSet<>();
    for (Path bold : series) {
      try {
        BidsRun run = run(root, bold);
        if (!seen.add(run.runId())) {
          throw new BidsException(
              bold, "a second series of run " + run.runId() + "; keep one of them in the folder");
        }
        runs.add(run);
      } catch (BidsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return new BidsFolder(root, runs, problems);
  }

  /** Where the pictures shown lie. */
  public StimulusPictures pictures() {
    return new StimulusPictures(root.resolve("stimuli"));
  }

  /** The folder's mask, {@code *_mask.nii} or {@code *_mask.nii.gz}, where it has exactly one. */
  public Optional<Path> mask() {
    List<Path> masks = named(root, ".*_mask\\.nii(\\.gz)?");
    return masks.size() == 1 ? Optional.of(masks.get(0)) : Optional.empty();
  }

  private static List<Path> named(Path root, String pattern) {
    if (!Files.isDirectory(root)) {
      throw new BidsException(root, "is not a folder; check the path given by --source");
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().matches(pattern)).sorted().toList();
    } catch (IOException e) {
      throw new BidsException(root, "cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  private static BidsRun run(Path root, Path bold) {
    RunId runId = BidsName.of(bold).runId(bold);
    return new BidsRun(runId, bold, events(bold, runId), Sidecar.repetitionTime(root, bold));
  }

  /** Processed series ({@code _desc-preproc_bold}) share the events of their run. */
  private static Optional<Path> events(Path bold, RunId runId) {
    return Stream.of(BidsName.of(bold).sibling("events.tsv"), runId + "_events.tsv")
        .map(bold::resolveSibling)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
