package io.mindstream.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * JMH in a JVM of its own, which prints nothing itself.
 *
 * @param warmUps how often before anything counts
 * @param warmUpSeconds each
 * @param rounds how often it counts
 * @param seconds each
 */
public record Jmh(int warmUps, int warmUpSeconds, int rounds, int seconds) {

  /**
   * Runs every benchmark of a class.
   *
   * @param parameters of the class, by name
   * @return by the benchmark's method, in the unit that the class says
   */
  public Map<String, Statistics> all(Class<?> benchmarks, Map<String, String> parameters) {
    return run(benchmarks.getName() + "\\.", parameters);
  }

  /** Runs one benchmark of a class. */
  public Statistics one(Class<?> benchmarks, String method, Map<String, String> parameters) {
    return run(benchmarks.getName() + "\\." + method + "$", parameters).values().iterator().next();
  }

  private Map<String, Statistics> run(String include, Map<String, String> parameters) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include)
            .forks(1)
            .warmupIterations(warmUps)
            .warmupTime(TimeValue.seconds(warmUpSeconds))
            .measurementIterations(rounds)
            .measurementTime(TimeValue.seconds(seconds))
            .verbosity(VerboseMode.SILENT);
    parameters.forEach(options::param);
    Map<String, Statistics> times = new LinkedHashMap<>();
    try {
      for (RunResult result : new Runner(options.build()).run()) {
        times.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics());
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH did not run: " + e.getMessage(), e);
    }
    return times;
  }
}
