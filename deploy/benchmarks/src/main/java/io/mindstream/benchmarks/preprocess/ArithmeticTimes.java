package io.mindstream.benchmarks.preprocess;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link VolumeArithmetic} in a JVM of its own. */
record ArithmeticTimes(int seconds) {

  void print() {
    System.out.println("arithmetic of a volume, microseconds: least, median");
    var options =
        new OptionsBuilder()
            .include(VolumeArithmetic.class.getName() + "\\.")
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(2)
            .measurementTime(TimeValue.seconds(seconds))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      new Runner(options)
          .run()
          .forEach(
              result -> {
                String name = result.getPrimaryResult().getLabel();
                Statistics times = result.getPrimaryResult().getStatistics();
                System.out.printf(
                    "  %-10s %8.1f %8.1f%n", name, times.getMin(), times.getPercentile(50));
              });
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH did not run: " + e.getMessage(), e);
    }
  }
}
