package io.mindstream.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.lab.evaluation.RecipeComparison;
import io.mindstream.lab.evaluation.StandardRecipes;
import io.mindstream.lab.report.RecipeCells;
import io.mindstream.lab.report.RecipesPage;
import io.mindstream.lab.scoring.RecipeScore;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Recipes of vectors, beside each other. */
final class RecipesOptions {

  @Option(
      names = "--recipes",
      description = {
        "Compare recipes of vectors by ridge regression, leaving out one of --runs after the other:"
            + " the whole run known, the live pipeline's, and refined answers. A recipe that looks"
            + " ahead is told: its figure is no live one. A trial that a recipe leaves without a"
            + " vector counts as not named, and is counted beside. --page writes a page, too."
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

  /**
   * Compares, telling each recipe on {@code err} when it is judged.
   *
   * @param page where a page goes, or null for none
   */
  void compare(
      Path folder,
      List<String> runs,
      boolean json,
      @Nullable Path page,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    List<RecipeScore> scores =
        new RecipeComparison(folder, runs, testRuns)
            .judge(
                StandardRecipes.all(),
                score -> {
                  err.println(score.recipe() + ": " + RecipeCells.sentence(score));
                  err.flush();
                });
    out.print(json ? json(scores) : table(scores));
    out.flush(); // a page that can't be written costs no comparison
    if (page != null) {
      RecipesPage.write(page, facts(folder, runs), scores);
      err.println("page " + page);
      err.flush();
    }
  }

  private List<String> facts(Path folder, List<String> runs) {
    String named =
        "Runs %s of %s: ridge regression names each trial's category, one run left out after the other. A trial without a vector counts as not named."
            .formatted(String.join(", ", runs), folder);
    return testRuns.isEmpty()
        ? List.of(named)
        : List.of(
            named, "Test runs, without a part in the choice: " + String.join(", ", testRuns) + ".");
  }

  private static String table(List<RecipeScore> scores) {
    ConsoleTable table =
        new ConsoleTable(
                Align.LEFT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.LEFT)
            .row(RecipeCells.HEADER.toArray(String[]::new));
    scores.forEach(score -> table.row(RecipeCells.of(score).toArray(String[]::new)));
    return table.toString();
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
