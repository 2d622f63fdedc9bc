package io.mindstream.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.lab.evaluation.ComparedRecipe;
import io.mindstream.lab.evaluation.RecipeComparison;
import io.mindstream.lab.evaluation.RecipeScore;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Recipes of vectors, beside each other. */
final class RecipesOptions {

  @Option(
      names = "--recipes",
      description = {
        "Compare recipes of vectors by ridge regression, leaving out one of --runs after the other:"
            + " the whole run known, the live pipeline's, and refined answers. A recipe that looks"
            + " ahead is told: its figure is no live one."
      })
  private boolean asked;

  @Option(
      names = "--test-runs",
      split = ",",
      paramLabel = "N",
      description = "With --recipes: runs that have no part in the choice, named at the end.")
  private List<String> testRuns = List.of();

  boolean asked() {
    return asked;
  }

  /** Compares, telling each recipe on {@code err} when it is judged. */
  void compare(Path folder, List<String> runs, boolean json, PrintWriter out, PrintWriter err) {
    List<RecipeScore> scores =
        new RecipeComparison(folder, runs, testRuns)
            .judge(
                ComparedRecipe.standard(),
                score -> {
                  err.println(
                      score.recipe()
                          + ": "
                          + figure(score.right(), score.trials())
                          + remark(score));
                  err.flush();
                });
    out.print(json ? json(scores) : table(scores));
    out.flush();
  }

  private static String table(List<RecipeScore> scores) {
    ConsoleTable table =
        new ConsoleTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT)
            .row("recipe", "right", "%", "test runs", "");
    for (RecipeScore score : scores) {
      table.row(
          score.recipe(),
          figure(score.right(), score.trials()),
          score.trials() == 0
              ? ""
              : String.format(Locale.ROOT, "%.1f", 100.0 * score.right() / score.trials()),
          figure(score.testedRight(), score.tested()),
          remark(score));
    }
    return table.toString();
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

  private static String json(List<RecipeScore> scores) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(scores)
          + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
