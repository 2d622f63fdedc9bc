package io.mindstream.lab.evaluation;

/**
 * How well a linear classifier names trials by the vectors of one recipe.
 *
 * @param recipe its name
 * @param trials how many were named
 * @param right how many rightly, each run left out once
 * @param tested of runs that had no part in any choice; 0 where there are none
 * @param testedRight how many of these rightly
 * @param looksAhead true where a vector knows what comes after its moment: no live figure
 */
public record RecipeScore(
    String recipe, int trials, int right, int tested, int testedRight, boolean looksAhead) {

  /** Share of the trials that were named rightly. */
  double share() {
    return trials == 0 ? 0 : (double) right / trials;
  }
}
