package io.mindstream.lab.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import io.mindstream.lab.scoring.RecipeScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A page that shows recipes of vectors beside each other. */
public final class RecipesPage {

  private RecipesPage() {}

  /**
   * Writes the page.
   *
   * @param facts which runs were named, and how, in words, a line each
   */
  public static void write(Path page, List<String> facts, List<RecipeScore> scores)
      throws IOException {
    HtmlPage.write(
        page,
        "Recipes of vectors",
        each(facts, fact -> p(fact).withClass("facts")),
        table(
            tr(each(RecipeCells.HEADER, title -> th(title))),
            each(scores, score -> tr(each(RecipeCells.of(score), cell -> td(cell))))));
  }
}
