package io.mindstream.lab.scoring;

import org.jspecify.annotations.Nullable;

/**
 * How well a linear classifier names trials by the vectors of one recipe. A trial that the recipe
 * leaves without a vector counts, and counts as not named.
 *
 * @param recipe its name
 * @param trials how many there are
 * @param right how many were named rightly, each run left out once
 * @param withoutVector how many have no vector, as a run's first ones where they are told against
 *     earlier ones
 * @param tested trials of runs that had no part in any choice; 0 where there are none
 * @param testedRight how many of these were named rightly
 * @param testedWithoutVector how many of these have no vector
 * @param looksAhead true where a vector knows what comes after its moment: no live figure
 * @param problem why it can't be had of these runs; null where it can
 */
public record RecipeScore(
    String recipe,
    int trials,
    int right,
    int withoutVector,
    int tested,
    int testedRight,
    int testedWithoutVector,
    boolean looksAhead,
    @Nullable String problem) {

  /** Of a recipe that can't be had of the runs. */
  public static RecipeScore impossible(String recipe, @Nullable String problem) {
    return new RecipeScore(recipe, 0, 0, 0, 0, 0, 0, false, problem);
  }
}
