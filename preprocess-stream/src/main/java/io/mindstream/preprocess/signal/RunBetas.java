package io.mindstream.preprocess.signal;

import io.mindstream.preprocess.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Responses to the trials of a whole run, once it is over: the model of {@link RunSignal}, but each
 * trial knows all others, also those after it.
 */
public final class RunBetas {

  private RunBetas() {}

  /**
   * Responses by trial, in the order given; a trial without a volume of its response is left out.
   *
   * @param rows the run's volumes in order of index
   * @return (V) each, in the unit of the recipe's score
   * @throws IllegalArgumentException where the recipe has no model of trials
   */
  public static Map<Integer, float[]> of(
      Iterable<SignalRow> rows, List<Trial> trials, SignalRecipe recipe, SignalShape shape) {
    SignalDesign design = new SignalDesign(recipe, shape);
    TrialColumns columns =
        design
            .trials()
            .orElseThrow(
                () -> new IllegalArgumentException("recipe " + recipe + " has no model of trials"));
    trials.forEach(columns::register);
    for (SignalRow row : rows) {
      if (!design.censors(row)) {
        design.add(row);
      }
    }
    Map<Integer, float[]> betas = new LinkedHashMap<>();
    for (Trial trial : trials) {
      if (columns.seen(trial)) {
        int[][] groups = columns.groupsOfAll(trial.index(), design.nuisanceColumns());
        ModelProducts products = design.products().select(groups);
        betas.put(
            trial.index(),
            new TrialFit(products, design.prior(), recipe.trials().orElseThrow()).responses());
      }
    }
    return betas;
  }
}
