package io.mindstream.benchmarks.signal;

import io.mindstream.benchmarks.Jmh;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Denoising and the responses to trials, in time for a volume and for a trial. */
@Command(
    name = "signal",
    mixinStandardHelpOptions = true,
    description = "Cost of a volume, a response and a denoised window at 5000 ROI voxels (JMH).",
    footer = {
      "",
      "Examples:",
      "  deploy/benchmarks/run signal",
      "  deploy/benchmarks/run signal --recipe 'glm(drift=poly5,motion=24,components=5)'"
    })
public final class SignalCommand implements Runnable {

  @Option(
      names = "--recipe",
      description = "How the signal is made; more than once. Default: ${DEFAULT-VALUE}",
      defaultValue =
          "denoised(drift=poly5);glm(drift=poly5,noise=white);glm(drift=poly5);"
              + "glm(drift=poly5,components=3)",
      split = ";")
  private List<String> recipes = List.of();

  @Option(names = "--seconds", description = "Of each measurement. Default: ${DEFAULT-VALUE}")
  private int seconds = 3;

  @Override
  public void run() {
    System.out.println("microseconds: median, p99");
    for (String recipe : recipes) {
      System.out.println(recipe);
      measure(recipe, "add");
      measure(recipe, "windowMean");
      if (recipe.startsWith("glm")) {
        measure(recipe, "beta");
      }
    }
  }

  private void measure(String recipe, String method) {
    Statistics times =
        new Jmh(3, seconds, 3, seconds).one(GrowingRun.class, method, Map.of("recipe", recipe));
    System.out.printf(
        "  %-10s %8.1f %8.1f%n", method, times.getPercentile(50), times.getPercentile(99));
  }
}
