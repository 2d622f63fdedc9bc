package io.mindstream.imaging.bids;

import io.mindstream.imaging.file.FolderFiles;
import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with runs in BIDS form, at any depth and behind links: {@code *_bold.nii} or {@code
 * *_bold.nii.gz}, each with an {@code _events.tsv} and a {@code .json} sidecar beside it or above
 * it; pictures lie in {@code stimuli}.
 *
 * @param root the data set's folder
 * @param runs what can be played, in natural order of their names
 * @param masks {@code *_mask.nii} and {@code *_mask.nii.gz}
 * @param problems files that cannot be played, one line each
 * @param notes what was left out, one line each
 */
public record BidsFolder(
    Path root, List<BidsRun> runs, List<Path> masks, List<String> problems, List<String> notes) {

  /** Keeps lists of its own. */
  public BidsFolder {
    runs = List.copyOf(runs);
    masks = List.copyOf(masks);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * Looks for runs; opens no series.
   *
   * @param derivatives name of a folder below derivatives or sourcedata whose series are wanted;
   *     empty for the raw ones
   * @throws BidsException where there is no folder, or no series in it
   */
  public static BidsFolder scan(Path folder, Optional<String> derivatives) {
    Path given = folder.toAbsolutePath().normalize();
    FolderFiles all = list(given);
    List<Path> series = named(all, ".*_bold\\.nii(\\.gz)?");
    if (series.isEmpty()) {
      throw NoRuns.in(folder, all.files());
    }
    SeriesChoice choice = SeriesChoice.of(given, series, derivatives);
    Path root = Inheritance.root(given);
    Map<RunId, BidsRun> runs = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>(all.problems());
    for (Path bold : choice.series()) {
      try {
        add(runs, run(root, foldersOf(bold, root, given, choice.base()), bold));
      } catch (BidsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    List<Path> masks = named(all, "(.*_)?mask\\.nii(\\.gz)?");
    return new BidsFolder(root, List.copyOf(runs.values()), masks, problems, choice.notes());
  }

  /** Where the pictures shown lie. */
  public StimulusPictures pictures() {
    return new StimulusPictures(root.resolve("stimuli"));
  }

  /** The masks that may be meant for some subjects: where there are several, not other people's. */
  public List<Path> masks(Set<String> subjects) {
    List<Path> theirs =
        masks.stream()
            .filter(mask -> BidsName.of(mask).subject().filter(subjects::contains).isPresent())
            .toList();
    return masks.size() < 2 || theirs.isEmpty() ? masks : theirs;
  }

  private static FolderFiles list(Path root) {
    if (!Files.isDirectory(root)) {
      throw new BidsException(root, "is not a folder; check the path given by --source");
    }
    try {
      return FolderFiles.below(root);
    } catch (IOException e) {
      throw new BidsException(root, "cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  private static List<Path> named(FolderFiles all, String pattern) {
    return all.files().stream()
        .filter(file -> String.valueOf(file.getFileName()).matches(pattern))
        .toList();
  }

  /** A series that two links lead to is one series. */
  private static void add(Map<RunId, BidsRun> runs, BidsRun run) {
    BidsRun known = runs.putIfAbsent(run.runId(), run);
    if (known != null && !same(known.bold(), run.bold())) {
      throw new BidsException(
          run.bold(),
          "a second series of run "
              + run.runId()
              + " beside "
              + known.bold()
              + ", which is played; give --source a folder with one of them (of links, for example)");
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // A link without its target: opening it will say so.
    }
  }

  private static BidsRun run(Path root, List<Path> folders, Path bold) {
    BidsName name = BidsName.of(bold);
    return new BidsRun(
        name.runId(bold),
        bold,
        inherited(root, folders, name, "events\\.tsv").stream().findFirst(),
        inherited(root, folders, name, "bold\\.json"));
  }

  /** Its own folder, and for a derivative that of the raw series as well. */
  private static List<Path> foldersOf(Path bold, Path root, Path given, Path base) {
    Path own = bold.resolveSibling("").normalize();
    return base.equals(given) ? List.of(own) : List.of(own, root.resolve(base.relativize(own)));
  }

  private static List<Path> inherited(Path root, List<Path> from, BidsName name, String suffix) {
    return from.stream()
        .flatMap(folder -> Inheritance.files(root, folder, name, suffix).stream())
        .distinct()
        .toList();
  }
}
