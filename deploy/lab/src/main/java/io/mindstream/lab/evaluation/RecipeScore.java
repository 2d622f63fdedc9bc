package io.mindstream.lab.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How well a linear classifier names trials by the vectors of one recipe.
 *
 * @param recipe its name
 * @param trials how many were named
 * @param right how many rightly, each run left out once
 * @param tested of runs that had no part in any choice; 0 where there are none
 * @param testedRight how many of these rightly
 * @param looksAhead true where a vector knows what comes after its moment: no live figure
 * @param problem why it can't be had of these runs; null where it can
 */
public record RecipeScore(
    String recipe,
    int trials,
    int right,
    int tested,
    int testedRight,
    boolean looksAhead,
    @Nullable String problem) {

  /** Of a recipe that can't be had of the runs. */
  static RecipeScore impossible(String recipe, @Nullable String problem) {
    return new RecipeScore(recipe, 0, 0, 0, 0, false, problem);
  }
}
