package io.mindstream.lab.report;

import static io.mindstream.lab.report.HtmlPage.escaped;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shares as bars below each other, with their intervals and a line at what chance would give. */
public final class ShareBars {

  private final StringBuilder rows = new StringBuilder();
  private final double chance;

  /**
   * No bars yet.
   *
   * @param chance 0 to 1
   */
  public ShareBars(double chance) {
    this.chance = chance;
  }

  /**
   * Adds a bar.
   *
   * @param name as text
   * @param share 0 to 1
   * @param interval its lower and upper end, or null where it is not known
   */
  public void add(String name, double share, @Nullable List<Double> interval) {
    rows.append("<tr><td>").append(escaped(name)).append("</td><td class=\"bar\">");
    rows.append(text("<i style=\"width: %.1f%%\"></i>", 100 * share));
    rows.append(text("<s style=\"left: %.1f%%\"></s>", 100 * chance));
    String range = "";
    if (interval != null) {
      double low = 100 * interval.get(0);
      double high = 100 * interval.get(1);
      rows.append(text("<b style=\"left: %.1f%%; width: %.1f%%\"></b>", low, high - low));
      range = text("%.1f to %.1f %%", low, high);
    }
    rows.append(text("</td><td>%.1f %%</td><td>%s</td></tr>%n", 100 * share, range));
  }

  /** The bars as HTML. */
  public String html() {
    return "<table class=\"bars\"><tr><th></th>"
        + text("<th>the line is chance, %.1f %%</th>", 100 * chance)
        + "<th>share</th><th>95 % interval</th></tr>\n"
        + rows
        + "</table>\n";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
