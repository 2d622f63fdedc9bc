package io.mindstream.benchmarks.realign;

import io.mindstream.benchmarks.Jmh;
import io.mindstream.benchmarks.Quantiles;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.imaging.registration.AffineMap;
import io.mindstream.imaging.registration.Grid;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Realignment: error on motion that is known, agreement on runs of one's own, time. */
@Command(
    name = "realign",
    mixinStandardHelpOptions = true,
    description =
        "Realignment beside nipy and dipy: the error on simulated motion, how far the tools are"
            + " apart on stored runs, and the time of a volume.",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run realign",
      "  deploy/benchmarks/run realign --parts time              half a minute, no Python",
      "  deploy/benchmarks/run realign --source bold.nii.gz --seconds 120"
    })
public final class RealignCommand implements Callable<Integer> {

  private static final Path HOME = Path.of(System.getProperty("mindstream.benchmarks.home", "."));
  private static final int JMH_SECONDS = 10;

  private enum Part {
    /** Of simulated motion, beside others. */
    ERROR,
    /** A volume's, here alone. */
    TIME
  }

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      defaultValue = "error,time",
      description = "What is measured without --source: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Part> parts = List.of();

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "A 4-D NIfTI run instead of simulated ones; may be given several times.")
  private List<Path> sources = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "120",
      description = "Most seconds that dipy has for a run; nipy takes minutes (default: 120).")
  private int seconds;

  @Option(
      names = "--volumes",
      paramLabel = "N",
      defaultValue = "12",
      description = "Volumes of a simulated run (default: 12).")
  private int volumes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path source : sources) {
      compare(source, null);
    }
    if (!sources.isEmpty()) {
      return 0;
    }
    if (parts.contains(Part.ERROR)) {
      simulated("64x64x33", 3.5);
      simulated("104x104x72", 2);
    }
    if (parts.contains(Part.TIME)) {
      time("0.3");
      time("5");
    }
    return 0;
  }

  private void simulated(String shape, double mm) throws IOException, InterruptedException {
    Path file = Files.createTempFile("moved-" + shape, ".nii");
    try {
      MovedHead run = MovedHead.write(file, VolumeShape.parse(shape), mm, volumes);
      System.out.printf("simulated, %s voxels of %s mm, error%n", shape, mm);
      compare(file, run.truth());
    } finally {
      Files.delete(file);
    }
  }

  private void compare(Path file, @Nullable List<AffineMap> truth)
      throws IOException, InterruptedException {
    Realigned here = Realigned.here(file);
    List<Realigned> all = new ArrayList<>(List.of(here));
    all.addAll(PythonTools.of(HOME.resolve("python/realign.py"), file, seconds));
    double[] centre = centre(file);
    if (truth == null) {
      System.out.printf("%s, distance from mindstream%n", file);
    }
    for (Realigned tool : all) {
      print(tool, truth == null ? here.maps() : truth, centre);
    }
  }

  private static void print(
      Realigned tool, List<? extends @Nullable AffineMap> goal, double[] centre) {
    List<Double> millimetres = new ArrayList<>();
    List<Double> degrees = new ArrayList<>();
    for (int volume = 1; volume < goal.size(); volume++) {
      AffineMap one = tool.maps().get(volume);
      AffineMap other = goal.get(volume);
      if (one != null && other != null) {
        MapDistance distance = MapDistance.between(one, other, centre);
        millimetres.add(distance.millimetres());
        degrees.add(distance.degrees());
      }
    }
    System.out.printf(
        "| %s | %d | %s mm | %s degrees | %.0f ms |%n",
        tool.tool(), millimetres.size(), text(millimetres), text(degrees), tool.millis());
  }

  private static String text(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return "-";
    }
    Quantiles quantiles = Quantiles.of(numbers);
    return "%.4f (most %.4f)".formatted(quantiles.at(0.5), quantiles.at(1));
  }

  private static double[] centre(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      return Grid.of(reader.header().geometry()).centre();
    }
  }

  private static void time(String motion) {
    Statistics times =
        new Jmh(2, JMH_SECONDS / 2, 1, JMH_SECONDS)
            .one(VolumeRealign.class, ".*", Map.of("motion", motion));
    System.out.printf(
        "a volume of 104x104x72, moved %s mm and degrees an axis, JMH: median %.1f ms, p99 %.1f%n",
        motion, times.getPercentile(50), times.getPercentile(99));
  }
}
