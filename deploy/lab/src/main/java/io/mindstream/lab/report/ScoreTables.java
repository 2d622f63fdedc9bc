package io.mindstream.lab.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import io.mindstream.lab.scoring.Scores;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scores as tables of a page. */
final class ScoreTables {

  private ScoreTables() {}

  /** What was shown in rows, what was identified in columns. */
  static TableTag confusion(Scores scores) {
    TableTag table = table(tr(th(), each(scores.labels(), label -> th(label))));
    for (int i = 0; i < scores.labels().size(); i++) {
      List<Integer> row = scores.confusion().get(i);
      int shown = Math.max(1, row.stream().mapToInt(Integer::intValue).sum());
      table.with(tr(td(scores.labels().get(i)), each(row, count -> shaded(count, shown))));
    }
    return table;
  }

  /** The darker a cell, the larger its share of the row. */
  private static TdTag shaded(int count, int shown) {
    double share = 0.7 * count / shown;
    return td(String.valueOf(count))
        .withStyle(String.format(Locale.ROOT, "background: rgb(37 99 235 / %.2f)", share));
  }

  /** One row a measure. */
  static TableTag measures(Scores scores) {
    return table(
        tr(th("measure"), th("value")),
        share(scores.nWay() + "-way top-1", scores.nWayTop1()),
        share(scores.nWay() + "-way top-2", scores.nWayTop2()),
        number("pixel correlation", scores.pcc()),
        number("SSIM", scores.ssim()),
        number(
            "Frechet distance in the drawing classifier's scores (no ImageNet FID)",
            scores.frechetDistanceInDrawingClassifierScores()),
        share("the classifier itself, on clean drawings", scores.classifierAccuracy()));
  }

  private static TrTag share(String name, double value) {
    return tr(td(name), td(String.format(Locale.ROOT, "%.1f %%", 100 * value)));
  }

  private static TrTag number(String name, @Nullable Double value) {
    String text = value == null ? "no targets" : String.format(Locale.ROOT, "%.3f", value);
    return tr(td(name), td(text));
  }
}
