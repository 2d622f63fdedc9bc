package io.mindstream.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.lab.scoring.RecipeScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesPageTest {

  private static final RecipeScore HALF =
      new RecipeScore("glm(standard=running)", 64, 16, 32, 16, 5, 8, false, null);

  @TempDir private Path folder;

  @Test
  void shouldShowHowManyTrialsHaveNoVector() throws IOException {
    Path page = folder.resolve("page.html");
    RecipesPage.write(page, List.of("a fact"), List.of(HALF));

    assertThat(Files.readString(page))
        .contains(
            "<td>glm(standard=running)</td><td>16 of 64</td><td>25.0</td><td>32</td>"
                + "<td>5 of 16</td><td>8</td><td></td>");
  }

  @Test
  void shouldSayInALineHowManyHaveNone() {
    assertThat(RecipeCells.sentence(HALF)).isEqualTo("16 of 64, 32 have no vector");
  }

  @Test
  void shouldSayWhyARecipeCannotBeHad() {
    assertThat(RecipeCells.of(RecipeScore.impossible("denoised(components=2)", "no brain")))
        .containsExactly("denoised(components=2)", "", "", "", "", "", "not to be had: no brain");
  }
}
