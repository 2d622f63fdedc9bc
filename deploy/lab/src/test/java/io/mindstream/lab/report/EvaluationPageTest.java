package io.mindstream.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {

  private static final Scores SCORES =
      new Scores(
          16,
          2,
          0.6875,
          List.of(0.444, 0.858),
          0.75,
          0.68,
          null,
          null,
          0.97,
          List.of("face", "house"),
          List.of(List.of(5, 3), List.of(2, 6)));

  @TempDir private Path folder;

  @Test
  void shouldLeadWithHowManyTrialsAreNamedRight() throws IOException {
    assertThat(page(null, List.of())).contains("11 of 16");
  }

  @Test
  void shouldSayWhereThereWasNothingToCompareWith() throws IOException {
    assertThat(page(null, List.of())).contains("<td>SSIM</td><td>no targets</td>");
  }

  @Test
  void shouldDrawRidgeBesideTheDecodedPictures() throws IOException {
    assertThat(page(new RidgeScores(0.625, 0.875, 0.5, 16), List.of()))
        .containsSubsequence("ridge, whole run known", "62.5 %");
  }

  @Test
  void shouldDrawABarForEachLevelOfNoise() throws IOException {
    Scores scores =
        new Scores(
            16,
            2,
            0.5,
            List.of(0.3, 0.7),
            1,
            0.68,
            0.7,
            0.1,
            1,
            SCORES.labels(),
            SCORES.confusion());

    assertThat(page(null, List.of(new NoiseLevel(1, scores), new NoiseLevel(4, scores))))
        .containsSubsequence("x1.0", "x4.0");
  }

  @Test
  void shouldCodeWhatAFileNameMayNotSayInAnAddress() throws IOException {
    assertThat(page("a", Path.of("\"new\" <b> & #1.png")))
        .contains("<img src=\"./%22new%22%20%3Cb%3E%20&amp;%20%231.png\"");
  }

  @Test
  void shouldShowAModelAsTextAndNotAsMarkup() throws IOException {
    assertThat(page("\"a\" <b> & c", Path.of("sheet.png")))
        .contains("<h1>Evaluation of &quot;a&quot; &lt;b&gt; &amp; c</h1>");
  }

  private String page(@Nullable RidgeScores ridge, List<NoiseLevel> curve) throws IOException {
    Path page = folder.resolve("page.html");
    Path sheet = folder.resolve("sheet.png");
    EvaluationPage.write(page, "demo", List.of("a fact"), SCORES, ridge, curve, sheet);
    return Files.readString(page);
  }

  private String page(String model, Path sheet) throws IOException {
    Path page = folder.resolve("page.html");
    EvaluationPage.write(page, model, List.of(), SCORES, null, List.of(), folder.resolve(sheet));
    return Files.readString(page);
  }
}
