package io.mindstream.decoder.evaluation;

import static io.mindstream.decoder.report.HtmlPage.escaped;

import io.mindstream.decoder.report.HtmlPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page that shows an evaluation: scores, who was taken for whom, noise, the contact sheet. */
public final class EvaluationPage {

  private static final String BODY =
      """
      <p>%1$s</p>
      <table><tr><th>measure</th><th>value</th><th>95 %% interval</th></tr>
      %2$s</table>
      <h2>What was shown (rows), what was identified (columns)</h2>
      <table>%3$s</table>
      %4$s<h2>Trials</h2>
      <p>Name, target, decoded pictures.</p>
      <img src="%5$s" alt="contact sheet">
      """;

  private EvaluationPage() {}

  /**
   * Writes the page.
   *
   * @param model its id
   * @param what was decoded, in words
   * @param ridge of a linear classifier on the same trials, or null
   * @param curve may be empty
   * @param sheet the contact sheet's address as seen from the page
   */
  public static void write(
      Path page,
      String model,
      String what,
      Scores scores,
      @Nullable RidgeScores ridge,
      List<NoiseLevel> curve,
      String sheet)
      throws IOException {
    HtmlPage.write(
        page,
        "Evaluation of " + model,
        BODY.formatted(
            escaped(what),
            measures(scores, ridge),
            confusion(scores),
            noise(curve),
            escaped(sheet)));
  }

  private static String measures(Scores scores, @Nullable RidgeScores ridge) {
    List<String> rows = new ArrayList<>();
    rows.add(share(scores.nWay() + "-way top-1", scores.nWayTop1(), scores.nWayTop1CI95()));
    rows.add(share(scores.nWay() + "-way top-2", scores.nWayTop2(), null));
    if (ridge != null) {
      rows.add(share("ridge, whole run known", ridge.ridgeTop1(), ridge.ridgeTop1CI95()));
      rows.add(share("ridge, the pipeline's vectors", ridge.ridgeTop1OnPipelineVectors(), null));
    }
    rows.add(number("pixel correlation", scores.pcc()));
    rows.add(number("SSIM", scores.ssim()));
    rows.add(
        number(
            "Frechet distance in the drawing classifier's scores",
            scores.frechetDistanceInDrawingClassifierScores()));
    rows.add(share("the classifier itself, on clean drawings", scores.classifierAccuracy(), null));
    return String.join("\n", rows);
  }

  private static String share(String name, double value, @Nullable List<Double> interval) {
    String range =
        interval == null
            ? ""
            : String.format(
                Locale.ROOT, "%.1f to %.1f %%", 100 * interval.get(0), 100 * interval.get(1));
    return row(name, String.format(Locale.ROOT, "%.1f %%", 100 * value), range);
  }

  private static String number(String name, @Nullable Double value) {
    return row(name, value == null ? "no targets" : String.format(Locale.ROOT, "%.3f", value), "");
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
    StringBuilder table =
        new StringBuilder(
            "<h2>With more noise</h2>\n<table><tr><th>scanner noise</th><th>top-1</th>"
                + "<th>pixel correlation</th><th>SSIM</th></tr>\n");
    for (NoiseLevel point : curve) {
      table
          .append(
              row(
                  "x" + point.factor(),
                  String.format(Locale.ROOT, "%.1f %%", 100 * point.scores().nWayTop1()),
                  String.format(Locale.ROOT, "%.3f", point.scores().pcc()),
                  String.format(Locale.ROOT, "%.3f", point.scores().ssim())))
          .append('\n');
    }
    return table.append("</table>\n").toString();
  }
}
