package io.mindstream.lab.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;

import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page that shows an evaluation: scores, the pictures, who was taken for whom, noise. */
public final class EvaluationPage {

  private EvaluationPage() {}

  /**
   * Writes the page.
   *
   * @param model its id
   * @param facts what was decoded and how, in words, a line each
   * @param ridge of a linear classifier on the same trials, or null
   * @param curve may be empty
   * @param sheet the contact sheet
   */
  public static void write(
      Path page,
      String model,
      List<String> facts,
      Scores scores,
      @Nullable RidgeScores ridge,
      List<NoiseLevel> curve,
      Path sheet)
      throws IOException {
    String picture = HtmlPage.address(page, sheet);
    HtmlPage.write(
        page,
        "Evaluation of " + model,
        each(facts, fact -> p(fact).withClass("facts")),
        lead(scores),
        bars(scores, ridge),
        h2("What was shown, what was decoded"),
        p(
            "First the picture that was shown, or stands for its category; then those decoded from"
                + " the brain's activity alone. Green: the classifier names what was shown. Red: it"
                + " names what is written beside it."),
        a(img().withSrc(picture).withAlt("contact sheet")).withHref(picture),
        h2("What was shown (rows), what was identified (columns)"),
        ScoreTables.confusion(scores),
        noise(curve),
        h2("All measures"),
        ScoreTables.measures(scores));
  }

  private static DomContent lead(Scores scores) {
    return p().with(
            strong(Math.round(scores.nWayTop1() * scores.trials()) + " of " + scores.trials()))
        .withText(
            " trials are named right from their decoded pictures, by a fixed classifier of drawings"
                + " that chooses among "
                + scores.nWay()
                + " categories.")
        .withClass("lead");
  }

  private static DomContent bars(Scores scores, @Nullable RidgeScores ridge) {
    ShareBars bars = new ShareBars(1.0 / scores.nWay());
    bars.add("decoded pictures", scores.nWayTop1(), scores.nWayTop1CI95());
    if (ridge != null) {
      bars.add("ridge, whole run known", ridge.ridgeTop1(), ridge.ridgeTop1CI95());
      bars.add("ridge, the model's window", ridge.ridgeTop1InModelWindow(), null);
      bars.add("ridge, the pipeline's vectors", ridge.ridgeTop1OnPipelineVectors(), null);
    }
    return bars.html();
  }

  private static DomContent noise(List<NoiseLevel> curve) {
    if (curve.size() < 2) {
      return each();
    }
    ShareBars bars = new ShareBars(1.0 / curve.get(0).scores().nWay());
    for (NoiseLevel point : curve) {
      Scores scores = point.scores();
      String name =
          String.format(
              Locale.ROOT,
              "x%s (pixel correlation %.3f, SSIM %.3f)",
              point.factor(),
              scores.pcc(),
              scores.ssim());
      bars.add(name, scores.nWayTop1(), scores.nWayTop1CI95());
    }
    return each(h2("With more scanner noise"), bars.html());
  }
}
