package io.mindstream.lab.cli;

import io.mindstream.lab.training.TrainingPreset;
import io.mindstream.preprocess.normalise.VectorMethod;
import io.mindstream.standalone.pipeline.VectorRecipe;
import java.util.Arrays;
import java.util.Locale;

/** What is trained on what. */
@SuppressWarnings("ImmutableEnumChecker") // records that nothing changes
enum Preset {
  /** Simulated subject. */
  DEMO(TrainingPreset.demo(), VectorRecipe.SIMULATED),
  /** Recorded runs with drawn pictures of the trial types. */
  HAXBY(TrainingPreset.haxby(), VectorRecipe.BLOCKS),
  /** The same with the released models' sizes. */
  RELEASED(TrainingPreset.released(), VectorRecipe.BLOCKS);

  private final TrainingPreset plan;
  private final VectorRecipe recipe;

  Preset(TrainingPreset plan, VectorRecipe recipe) {
    this.plan = plan;
    this.recipe = recipe;
  }

  /** Sizes and steps. */
  TrainingPreset plan() {
    return plan;
  }

  /** How its vectors are made. */
  VectorRecipe recipe() {
    return recipe;
  }

  /** How each preset's vectors are made, for people, a line each. */
  static String[] recipes() {
    return Arrays.stream(values()).map(Preset::words).toArray(String[]::new);
  }

  private String words() {
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
