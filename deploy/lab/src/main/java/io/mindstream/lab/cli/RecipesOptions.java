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
                  err.println(score.recipe() + ": " + figure(score));
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
          figure(score),
          score.trials() == 0
              ? ""
              : String.format(Locale.ROOT, "%.1f", 100.0 * score.right() / score.trials()),
          score.tested() == 0 ? "" : score.testedRight() + " of " + score.tested(),
          score.looksAhead() ? "looks ahead: no live figure" : "");
    }
    return table.toString();
  }

  private static String figure(RecipeScore score) {
    return score.problem() == null
        ? score.right() + " of " + score.trials()
        : "not to be had: " + score.problem();
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
