package io.mindstream.benchmarks.preprocess;

import io.mindstream.preprocess.config.PreprocessConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How the stream's speed changes with a volume's size, the ROI, the run's length and the runs. */
record StreamGrowth(StreamPass pass, PreprocessConfig config, int scale) {

  /** Draws the plot, and prints its numbers. */
  void run(Path plot) throws InterruptedException, IOException {
    GrowthPlot drawn = new GrowthPlot();
    drawn.add("voxels of a volume (1000), 5000 in the ROI", "ms a volume", volumeSizes());
    drawn.add("voxels of the ROI, volumes of 64x64x35", "ms a volume", roiSizes());
    drawn.add("trials of the run so far", "volumes a second", length());
    drawn.add("runs at the same time, volumes of 32x32x20", "volumes a second, all", runs());
    drawn.write(plot);
    System.out.println("plot: " + plot);
  }

  private List<GrowthPlot.Point> volumeSizes() throws InterruptedException {
    List<GrowthPlot.Point> points = new ArrayList<>();
    for (String shape : List.of("40x40x26", "64x64x35", "80x80x50", "104x104x72")) {
      Load load = Load.of(shape, 5000, 1, 20 * scale);
      points.add(point(load.shape().voxels() / 1e3, 1e3 / rate(shape, load)));
    }
    return points;
  }

  private List<GrowthPlot.Point> roiSizes() throws InterruptedException {
    List<GrowthPlot.Point> points = new ArrayList<>();
    for (int voxels : List.of(500, 2000, 5000, 10000)) {
      Load load = Load.of("64x64x35", voxels, 1, 20 * scale);
      points.add(point(voxels, 1e3 / rate(voxels + " ROI voxels", load)));
    }
    return points;
  }

  private List<GrowthPlot.Point> length() throws InterruptedException {
    Load load = Load.of("40x40x26", 5000, 1, 200 * scale);
    List<Double> tenths = pass.of(load, config).stream().tenths();
    System.out.printf(
        "a run of %d volumes and %d trials, volumes a second by tenths from the second: %s%n",
        load.volumes(),
        load.trials(),
        String.join(" ", tenths.stream().map("%.0f"::formatted).toList()));
    return IntStream.range(0, tenths.size())
        .mapToObj(i -> point((i + 1.5) * load.trials() / 10, tenths.get(i)))
        .toList();
  }

  private List<GrowthPlot.Point> runs() throws InterruptedException {
    List<GrowthPlot.Point> points = new ArrayList<>();
    for (int runs : List.of(1, 4, 16, 64)) {
      Load load = Load.of("32x32x20", 500, runs, Math.max(5, 128 * scale / runs));
      points.add(point(runs, rate(runs + " runs", load)));
    }
    return points;
  }

  private double rate(String what, Load load) throws InterruptedException {
    StreamPass.Both both = pass.of(load, config);
    System.out.printf(
        "%s: %.0f volumes a second, %.2f of bare clients that write rows%n",
        what, both.stream().rate(), both.ratioToRows());
    return both.stream().rate();
  }

  private static GrowthPlot.Point point(double x, double y) {
    return new GrowthPlot.Point(x, y);
  }
}
