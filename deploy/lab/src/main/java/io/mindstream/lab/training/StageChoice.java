package io.mindstream.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which stages are trained, and where the checkpoints are.
 *
 * @param folder of the checkpoints; exists
 * @param stages to train; each other stage keeps its checkpoint
 */
public record StageChoice(Path folder, Set<TrainingStage> stages) {

  /** The order of training; each stage may build on those before it. */
  static final List<TrainingStage> ORDER =
      List.of(
          TrainingStage.AUTOENCODER,
          TrainingStage.MASKED,
          TrainingStage.CONDITION,
          TrainingStage.DIFFUSION,
          TrainingStage.PICTURES);

  /** Keeps a set of its own. */
  public StageChoice {
    stages = Set.copyOf(stages);
  }

  /** All stages. */
  static StageChoice all(Path folder) {
    return new StageChoice(folder, EnumSet.allOf(TrainingStage.class));
  }

  /**
   * Makes the folder ready for a training.
   *
   * @param stages to train; none means all
   * @param resume whether the stages to train go on from their checkpoints; these are deleted where
   *     not
   * @throws TrainingException where a stage before one of these was never trained
   */
  public static StageChoice prepare(Path folder, Collection<TrainingStage> stages, boolean resume)
      throws IOException {
    Files.createDirectories(folder);
    StageChoice choice =
        stages.isEmpty() ? all(folder) : new StageChoice(folder, EnumSet.copyOf(stages));
    choice.requireEarlier();
    if (!resume) {
      for (TrainingStage stage : choice.stages) {
        Files.deleteIfExists(choice.checkpoint(stage));
      }
    }
    return choice;
  }

  /** Where a stage's checkpoint is, or would be. */
  Path checkpoint(TrainingStage stage) {
    return folder.resolve(stage.label() + ".state");
  }

  /** Whether the stage is to be trained, or was before. */
  boolean has(TrainingStage stage) {
    return stages.contains(stage) || Files.exists(checkpoint(stage));
  }

  /** Names of stages, for people. */
  static String names(Collection<TrainingStage> stages) {
    return stages.stream().map(TrainingStage::label).collect(Collectors.joining(","));
  }

  private void requireEarlier() {
    int last = stages.stream().mapToInt(ORDER::indexOf).max().orElseThrow();
    List<TrainingStage> missing =
        ORDER.subList(0, last).stream().filter(stage -> !has(stage)).toList();
    if (!missing.isEmpty()) {
      throw new TrainingException(
          "stage %s needs %s, and %s has no checkpoint of it; train with --stage %s,%s"
              .formatted(
                  ORDER.get(last).label(),
                  names(missing),
                  folder,
                  names(missing),
                  names(sorted())));
    }
  }

  private List<TrainingStage> sorted() {
    return ORDER.stream().filter(stages::contains).toList();
  }
}
