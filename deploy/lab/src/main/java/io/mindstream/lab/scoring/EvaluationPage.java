package io.mindstream.lab.scoring;

import static io.mindstream.lab.report.HtmlPage.escaped;

import io.mindstream.lab.report.HtmlPage;
import io.mindstream.lab.report.ShareBars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page that shows an evaluation: scores, the pictures, who was taken for whom, noise. */
public final class EvaluationPage {

  private static final String BODY =
      """
      %1$s
      <p class="lead">%2$s</p>
      %3$s<h2>What was shown, what was decoded</h2>
      <p>First the picture that was shown, or stands for its category; then those decoded from the
      brain's activity alone. Green: the classifier names what was shown. Red: it names what is
      written beside it.</p>
      <a href="%4$s"><img src="%4$s" alt="contact sheet"></a>
      <h2>What was shown (rows), what was identified (columns)</h2>
      <table>%5$s</table>
      %6$s<h2>All measures</h2>
      <table><tr><th>measure</th><th>value</th></tr>
      %7$s</table>
      """;

  private EvaluationPage() {}

  /**
   * Writes the page.
   *
   * @param model its id
   * @param facts what was decoded and how, in words, a line each
   * @param ridge of a linear classifier on the same trials, or null
   * @param curve may be empty
   * @param sheet the contact sheet's address as seen from the page
   */
  public static void write(
      Path page,
      String model,
      List<String> facts,
      Scores scores,
      @Nullable RidgeScores ridge,
      List<NoiseLevel> curve,
      String sheet)
      throws IOException {
    HtmlPage.write(
        page,
        "Evaluation of " + model,
        BODY.formatted(
            facts.stream()
                .map(fact -> "<p class=\"facts\">" + escaped(fact) + "</p>")
                .collect(Collectors.joining("\n")),
            lead(scores),
            bars(scores, ridge),
            escaped(sheet),
            confusion(scores),
            noise(curve),
            measures(scores)));
  }

  private static String lead(Scores scores) {
    return String.format(
        Locale.ROOT,
        "<strong>%d of %d</strong> trials are named right from their decoded pictures, by a fixed"
            + " classifier of drawings that chooses among %d categories.",
        Math.round(scores.nWayTop1() * scores.trials()),
        scores.trials(),
        scores.nWay());
  }

  private static String bars(Scores scores, @Nullable RidgeScores ridge) {
    ShareBars bars = new ShareBars(1.0 / scores.nWay());
    bars.add("decoded pictures", scores.nWayTop1(), scores.nWayTop1CI95());
    if (ridge != null) {
      bars.add("ridge, whole run known", ridge.ridgeTop1(), ridge.ridgeTop1CI95());
      bars.add("ridge, the model's window", ridge.ridgeTop1InModelWindow(), null);
      bars.add("ridge, the pipeline's vectors", ridge.ridgeTop1OnPipelineVectors(), null);
    }
    return bars.html();
  }

  private static String measures(Scores scores) {
    return String.join(
        "\n",
        share(scores.nWay() + "-way top-1", scores.nWayTop1()),
        share(scores.nWay() + "-way top-2", scores.nWayTop2()),
        number("pixel correlation", scores.pcc()),
        number("SSIM", scores.ssim()),
        number(
            "Frechet distance in the drawing classifier's scores (no ImageNet FID)",
            scores.frechetDistanceInDrawingClassifierScores()),
        share("the classifier itself, on clean drawings", scores.classifierAccuracy()));
  }

  private static String share(String name, double value) {
    return row(name, String.format(Locale.ROOT, "%.1f %%", 100 * value));
  }

  private static String number(String name, @Nullable Double value) {
    return row(name, value == null ? "no targets" : String.format(Locale.ROOT, "%.3f", value));
  }

  private static String row(String... cells) {
    return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
  }

  /** The darker a cell, the larger its share of the row. */
  private static String confusion(Scores scores) {
    StringBuilder table = new StringBuilder("<tr><th></th>");
    scores.labels().forEach(label -> table.append("<th>").append(escaped(label)).append("</th>"));
    table.append("</tr>\n");
    for (int i = 0; i < scores.labels().size(); i++) {
      List<Integer> row = scores.confusion().get(i);
      int shown = Math.max(1, row.stream().mapToInt(Integer::intValue).sum());
      table.append("<tr><td>").append(escaped(scores.labels().get(i))).append("</td>");
      for (int count : row) {
        table.append(
            String.format(
                Locale.ROOT,
                "<td style=\"background: rgb(37 99 235 / %.2f)\">%d</td>",
                0.7 * count / shown,
                count));
      }
      table.append("</tr>\n");
    }
    return table.toString();
  }

  private static String noise(List<NoiseLevel> curve) {
    if (curve.size() < 2) {
      return "";
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
    return "<h2>With more scanner noise</h2>\n" + bars.html();
  }
}
