package io.mindstream.lab.cli;

import io.mindstream.lab.training.TrainingPreset;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.Arrays;
import java.util.Locale;

/** What is trained on what. */
enum Preset {
  /** Simulated subject. */
  DEMO,
  /** Recorded runs with drawn pictures of the trial types. */
  HAXBY,
  /** The same with the released models' sizes. */
  RELEASED;

  /** Sizes and steps. */
  TrainingPreset plan() {
    return switch (this) {
      case DEMO -> TrainingPreset.demo();
      case HAXBY -> TrainingPreset.haxby();
      case RELEASED -> TrainingPreset.released();
    };
  }

  /** How its vectors are made. */
  VectorRecipe recipe() {
    return this == DEMO ? VectorRecipe.SIMULATED : VectorRecipe.BLOCKS;
  }

  /** How each preset's vectors are made, for people, a line each. */
  static String[] recipes() {
    return Arrays.stream(values()).map(Preset::words).toArray(String[]::new);
  }

  private String words() {
    VectorRecipe recipe = recipe();
    VectorMethod method = recipe.method();
    return String.format(
        Locale.ROOT,
        "  %-9s normalisation '%s'%s, window from %.0f s after the onset, answer %s",
        name().toLowerCase(Locale.ROOT) + ":",
        method.settingName(),
        method.steadyVolumes().isPresent()
            ? " with " + method.steadyVolumes().getAsInt() + " steady volumes"
            : "",
        recipe.windowDelaySeconds(),
        recipe.answerDelaySeconds() == 0
            ? "at its end"
            : String.format(Locale.ROOT, "%.0f s after its end", recipe.answerDelaySeconds()));
  }
}
