package io.mindstream.decoder.training;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the losses of a stage, averaged so that the course can be seen through the noise. */
final class LossCurve {

  private static final int POINTS = 400;

  private LossCurve() {}

  /** Writes a PNG of 800 x 400 pixels. */
  static void write(Path file, String title, float[] losses) throws IOException {
    int window = Math.max(1, losses.length / POINTS);
    int points = losses.length / window;
    double[] steps = new double[points];
    double[] means = new double[points];
    for (int point = 0; point < points; point++) {
      steps[point] = (point + 1) * window;
      for (int i = point * window; i < (point + 1) * window; i++) {
        means[point] += losses[i] / window;
      }
    }
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(400)
            .title(title)
            .xAxisTitle("step")
            .yAxisTitle("loss")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setChartTitleVisible(false);
    chart.getStyler().setXAxisMaxLabelCount(10);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.addSeries("loss", steps, means).setMarker(SeriesMarkers.NONE);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
