package io.mindstream.benchmarks.preprocess;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Some courses, each in a chart of its own whose axes begin at 0, two charts a row. */
final class GrowthPlot {

  private static final int COLUMNS = 2;

  private final List<XYChart> charts = new ArrayList<>();

  /** What was measured. */
  record Point(double x, double y) {}

  void add(String of, String what, List<Point> points) {
    XYChart chart =
        new XYChartBuilder().width(520).height(340).xAxisTitle(of).yAxisTitle(what).build();
    chart
        .getStyler()
        .setLegendVisible(false)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    chart.getStyler().setXAxisMin(0.0).setYAxisMin(0.0);
    chart.addSeries(
        what,
        points.stream().mapToDouble(Point::x).toArray(),
        points.stream().mapToDouble(Point::y).toArray());
    charts.add(chart);
  }

  /** Writes a PNG. */
  void write(Path file) throws IOException {
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    BitmapEncoder.saveBitmap(charts, rows, COLUMNS, file.toString(), BitmapFormat.PNG);
  }
}
