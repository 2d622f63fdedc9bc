package io.mindstream.benchmarks.signal;

import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
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
    var options =
        new OptionsBuilder()
            .include(GrowingRun.class.getName() + "\\." + method + "$")
            .param("recipe", recipe)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(seconds))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      RunResult result = new Runner(options).runSingle();
      Statistics times = result.getPrimaryResult().getStatistics();
      System.out.printf(
          "  %-10s %8.1f %8.1f%n", method, times.getPercentile(50), times.getPercentile(99));
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH did not run: " + e.getMessage(), e);
    }
  }
}
