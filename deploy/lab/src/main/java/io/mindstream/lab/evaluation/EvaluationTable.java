package io.mindstream.lab.evaluation;

import io.mindstream.lab.scoring.NoiseLevel;
import io.mindstream.lab.scoring.RidgeScores;
import io.mindstream.lab.scoring.Scores;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an evaluation found, for a terminal: a measure a line, its value, what goes with it. */
final class EvaluationTable {

  private EvaluationTable() {}

  static ConsoleTable of(EvaluationReport report) {
    Scores scores = report.scores();
    String top = scores.nWay() + "-way top-";
    ConsoleTable table =
        new ConsoleTable(Align.LEFT, Align.RIGHT, Align.LEFT)
            .row("trials", String.valueOf(scores.trials()))
            .row(top + 1, share(scores.nWayTop1()), interval(scores.nWayTop1CI95()))
            .row(top + 2, share(scores.nWayTop2()));
    if (report.ridge() != null) {
      add(table, report.ridge());
    }
    table
        .row("pixel correlation", number(scores.pcc()))
        .row("SSIM", number(scores.ssim()))
        .row(
            "Frechet distance in drawing classifier scores",
            number(scores.frechetDistanceInDrawingClassifierScores()))
        .row("classifier's own accuracy on drawings", share(scores.classifierAccuracy()));
    report.curve().stream().skip(1).forEach(level -> add(table, level));
    return table;
  }

  private static void add(ConsoleTable table, RidgeScores ridge) {
    table
        .row(
            "ridge, whole run known, 5 s after the onset",
            share(ridge.ridgeTop1()),
            interval(ridge.ridgeTop1CI95()))
        .row("ridge, whole run known, the model's window", share(ridge.ridgeTop1InModelWindow()))
        .row("ridge, the pipeline's vectors", share(ridge.ridgeTop1OnPipelineVectors()));
  }

  private static void add(ConsoleTable table, NoiseLevel level) {
    table.row(
        "%d-way top-1, noise x%s".formatted(level.scores().nWay(), level.factor()),
        share(level.scores().nWayTop1()),
        "pixel correlation " + number(level.scores().pcc()));
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }

  private static String interval(List<Double> ends) {
    return String.format(
        Locale.ROOT, "(95 %%: %.1f to %.1f)", 100 * ends.get(0), 100 * ends.get(1));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "no targets" : String.format(Locale.ROOT, "%.3f", value);
  }
}
