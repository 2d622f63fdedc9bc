package io.mindstream.lab.report;

import io.mindstream.lab.scoring.RecipeScore;
import java.util.List;
import java.util.Locale;

/** Compared recipes in words, cell by cell. */
public final class RecipeCells {

  /** What stands above the cells; the first and the last are text, the others numbers. */
  public static final List<String> HEADER =
      List.of("recipe", "right", "%", "no vector", "test runs", "no vector", "");

  private RecipeCells() {}

  /** The cells of one recipe; empty where there is nothing to tell. */
  public static List<String> of(RecipeScore score) {
    return List.of(
        score.recipe(),
        figure(score.right(), score.trials()),
        score.trials() == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f", 100.0 * score.right() / score.trials()),
        number(score.withoutVector(), score.trials()),
        figure(score.testedRight(), score.tested()),
        number(score.testedWithoutVector(), score.tested()),
        remark(score));
  }

  /** How many trials are named right, and what must be known of that; or why none is. */
  public static String sentence(RecipeScore score) {
    String without =
        score.withoutVector() == 0 ? "" : ", " + score.withoutVector() + " have no vector";
    String remark = remark(score);
    return figure(score.right(), score.trials())
        + without
        + (score.looksAhead() ? ", " + remark : remark);
  }

  private static String remark(RecipeScore score) {
    if (score.problem() != null) {
      return "not to be had: " + score.problem();
    }
    return score.looksAhead() ? "looks ahead: no live figure" : "";
  }

  private static String figure(int right, int all) {
    return all == 0 ? "" : right + " of " + all;
  }

  private static String number(int count, int all) {
    return all == 0 ? "" : String.valueOf(count);
  }
}
