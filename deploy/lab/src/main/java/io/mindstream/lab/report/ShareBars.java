package io.mindstream.lab.report;

import static j2html.TagCreator.b;
import static j2html.TagCreator.i;
import static j2html.TagCreator.s;
import static j2html.TagCreator.table;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shares as bars below each other, with their intervals and a line at what chance would give. */
final class ShareBars {

  private final List<TrTag> rows = new ArrayList<>();
  private final double chance;

  /**
   * No bars yet.
   *
   * @param chance 0 to 1
   */
  ShareBars(double chance) {
    this.chance = chance;
  }

  /**
   * Adds a bar.
   *
   * @param name as text
   * @param share 0 to 1
   * @param interval its lower and upper end, or null where it is not known
   */
  void add(String name, double share, @Nullable List<Double> interval) {
    TdTag bar =
        td(
                i().withStyle(text("width: %.1f%%", 100 * share)),
                s().withStyle(text("left: %.1f%%", 100 * chance)))
            .withClass("bar");
    String range = "";
    if (interval != null) {
      double low = 100 * interval.get(0);
      double high = 100 * interval.get(1);
      bar.with(b().withStyle(text("left: %.1f%%; width: %.1f%%", low, high - low)));
      range = text("%.1f to %.1f %%", low, high);
    }
    rows.add(tr(td(name), bar, td(text("%.1f %%", 100 * share)), td(range)));
  }

  /** The bars. */
  TableTag html() {
    return table(
            tr(
                th(),
                th(text("the line is chance, %.1f %%", 100 * chance)),
                th("share"),
                th("95 % interval")))
        .with(rows)
        .withClass("bars");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
