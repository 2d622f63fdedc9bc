package io.mindstream.lab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the losses of a stage: each in a pale colour, their course through the noise in a strong
 * one. The axis of losses is logarithmic; its marks lie evenly, also within one decade.
 */
final class LossCurve {

  private static final int POINTS = 400;

  /** A point of the smooth course is the mean of this part of all points to either side. */
  private static final int PART = 40;

  /** Of the losses that are drawn; 0 has no logarithm. */
  private static final double SMALLEST = 1e-9;

  private static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color EACH = new Color(191, 207, 245);
  private static final Color COURSE = new Color(37, 99, 235);
  private static final Color LINES = new Color(229, 231, 235);

  private LossCurve() {}

  /** Writes a PNG of 800 x 400 pixels. */
  static void write(Path file, float[] losses) throws IOException {
    int window = Math.max(1, losses.length / POINTS);
    int points = losses.length / window;
    double[] steps =
        IntStream.range(0, points).mapToDouble(point -> (point + 1) * window).toArray();
    double[] means = new double[points];
    for (int point = 0; point < points; point++) {
      means[point] = mean(losses, point * window, (point + 1) * window);
    }
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(400)
            .xAxisTitle("step")
            .yAxisTitle("loss (logarithmic)")
            .build();
    style(chart.getStyler());
    // A little more than the data: where all lies evenly, XChart marks odd numbers.
    chart.getStyler().setXAxisMax(1.012 * losses.length);
    line(chart, "each", steps, logarithms(means), EACH, 1);
    line(chart, "course", steps, logarithms(smoothed(means)), COURSE, 2.5f);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  private static void style(XYStyler style) {
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(LINES);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTitleFont(LABELS);
    style.setAxisTickLabelsFont(LABELS);
    style.setXAxisMin(0.0);
    style.setXAxisTickMarkSpacingHint(110);
    style.setYAxisTickMarkSpacingHint(50);
    style.setXAxisDecimalPattern("#,###");
    style.setyAxisTickLabelsFormattingFunction(
        exponent -> String.format(Locale.ROOT, "%.2g", Math.pow(10, exponent)));
  }

  private static void line(
      XYChart chart, String name, double[] x, double[] y, Color colour, float width) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(value -> Math.log10(Math.max(value, SMALLEST))).toArray();
  }

  private static double[] smoothed(double[] values) {
    int reach = values.length / PART;
    double[] smoothed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // As far to the left as to the right, so that the steep start is not drawn too high.
      int near = Math.min(reach, Math.min(i, values.length - 1 - i));
      for (int k = i - near; k <= i + near; k++) {
        smoothed[i] += values[k] / (2 * near + 1);
      }
    }
    return smoothed;
  }

  /** Mean loss of the steps from {@code from} up to, without, {@code to}. */
  static double mean(float[] losses, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += losses[i];
    }
    return sum / (to - from);
  }
}
