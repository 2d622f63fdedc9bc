package io.mindstream.imaging.bids;

import io.mindstream.schemas.fmri.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A BIDS file name taken apart: {@code sub-01_task-viewing_run-03_bold.nii.gz} has the entities
 * {@code sub-01}, {@code task-viewing}, {@code run-03} and the suffix {@code bold}.
 *
 * @param entities in the order of the name
 * @param suffix the last part, before the file's extension
 */
record BidsName(List<String> entities, String suffix) {

  static BidsName of(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    List<String> parts =
        new ArrayList<>(List.of((dot < 0 ? name : name.substring(0, dot)).split("_")));
    String suffix = parts.remove(parts.size() - 1);
    return new BidsName(List.copyOf(parts), suffix);
  }

  /**
   * True where this name's entities are all among the other's (the inheritance principle); run-1
   * and run-01 are the same.
   */
  boolean appliesTo(BidsName other) {
    return other.plain().containsAll(plain());
  }

  private Set<String> plain() {
    return entities.stream()
        .map(entity -> entity.replaceFirst("^(run|echo)-0+(?=\\d)", "$1-"))
        .collect(Collectors.toSet());
  }

  /** The label after {@code sub-}, where the name has one. */
  Optional<String> subject() {
    return label("sub-");
  }

  /**
   * The run that the file belongs to.
   *
   * @throws BidsException where sub or task lacks
   */
  RunId runId(Path file) {
    Optional<String> subject = subject();
    Optional<String> task = label("task-");
    if (subject.isEmpty() || task.isEmpty()) {
      throw new BidsException(
          file,
          "the name lacks sub- or task-; name it like sub-01_task-viewing_run-01_bold.nii.gz");
    }
    try {
      return new RunId(subject.get(), label("ses-"), task.get(), label("run-"));
    } catch (IllegalArgumentException e) {
      throw new BidsException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<String> label(String prefix) {
    return entities.stream()
        .filter(entity -> entity.startsWith(prefix))
        .map(entity -> entity.substring(prefix.length()))
        .findFirst();
  }
}
