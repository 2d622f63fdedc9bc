package io.mindstream.imaging.bids;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of a folder's series are played: the raw ones, or those of one folder of {@code
 * derivatives} or {@code sourcedata}.
 *
 * @param base folder that stands for the data set's root among them: the root, or that folder
 * @param series in order
 * @param notes what was left out, one line each
 */
record SeriesChoice(Path base, List<Path> series, List<String> notes) {

  private static final Set<String> NOT_RAW = Set.of("derivatives", "sourcedata");

  /**
   * Chooses.
   *
   * @param wanted name of a folder below derivatives or sourcedata; empty for the raw series, or,
   *     where there are none, those of the only such folder
   * @throws BidsException where there is no such folder, or several without a choice
   */
  static SeriesChoice of(Path root, List<Path> series, Optional<String> wanted) {
    Map<Path, List<Path>> byBase =
        series.stream()
            .collect(
                Collectors.groupingBy(file -> base(root, file), TreeMap::new, Collectors.toList()));
    Path base = wanted.map(name -> named(root, byBase, name)).orElseGet(() -> usual(root, byBase));
    List<String> notes =
        byBase.keySet().stream()
            .filter(other -> !other.equals(base))
            .map(other -> leftOut(root, other, requireNonNull(byBase.get(other))))
            .toList();
    return new SeriesChoice(base, requireNonNull(byBase.get(base)), notes);
  }

  private static String leftOut(Path root, Path base, List<Path> series) {
    return "%d series under %s are left out%s"
        .formatted(
            series.size(),
            base.equals(root) ? "the raw folders" : root.relativize(base),
            base.equals(root) ? "" : "; to play them: --derivatives " + base.getFileName());
  }

  private static Path named(Path root, Map<Path, List<Path>> byBase, String name) {
    return byBase.keySet().stream()
        .filter(base -> !base.equals(root))
        .filter(base -> base.endsWith(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BidsException(
                    root,
                    "has no series under derivatives/"
                        + name
                        + "; --derivatives can be: "
                        + names(root, byBase)));
  }

  private static Path usual(Path root, Map<Path, List<Path>> byBase) {
    if (byBase.containsKey(root)) {
      return root;
    }
    if (byBase.size() > 1) {
      throw new BidsException(
          root,
          "has series under "
              + names(root, byBase)
              + " and none beside them; choose by --derivatives NAME");
    }
    return byBase.keySet().iterator().next();
  }

  private static String names(Path root, Map<Path, List<Path>> byBase) {
    String names =
        byBase.keySet().stream()
            .filter(base -> !base.equals(root))
            .map(base -> root.relativize(base).toString())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing, there are none" : names;
  }

  /** The root, or the folder below derivatives or sourcedata that a file lies in. */
  private static Path base(Path root, Path file) {
    Path inside = root.relativize(file);
    for (int i = 0; i < inside.getNameCount() - 1; i++) {
      if (NOT_RAW.contains(inside.getName(i).toString())) {
        boolean named =
            i + 2 < inside.getNameCount() && !inside.getName(i + 1).toString().startsWith("sub-");
        return root.resolve(inside.subpath(0, named ? i + 2 : i + 1));
      }
    }
    return root;
  }
}
