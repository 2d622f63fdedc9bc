package io.mindstream.benchmarks.network;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one turn cost.
 *
 * @param wall seconds that passed
 * @param cpu seconds that the process's threads ran: on one thread this is what the work takes,
 *     whatever else the machine does; on more it also holds their waiting for each other
 */
record Cost(double wall, double cpu) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Something to measure. */
  @FunctionalInterface
  interface Work {

    /** Does it once. */
    void run() throws IOException;
  }

  /** Measures some work in this process. */
  static Cost of(Work work) throws IOException {
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }

  /** The middle of some turns, of wall and CPU each. */
  static Cost median(List<Cost> turns) {
    return new Cost(middle(turns, Cost::wall), middle(turns, Cost::cpu));
  }

  /** The least of some turns, of wall and CPU each. */
  static Cost best(List<Cost> turns) {
    return new Cost(
        turns.stream().mapToDouble(Cost::wall).min().orElseThrow(),
        turns.stream().mapToDouble(Cost::cpu).min().orElseThrow());
  }

  private static double middle(List<Cost> turns, ToDoubleFunction<Cost> part) {
    List<Cost> sorted = turns.stream().sorted(Comparator.comparingDouble(part)).toList();
    return part.applyAsDouble(sorted.get(sorted.size() / 2));
  }

  @Override
  public String toString() {
    return "%.3f s (CPU %.3f s)".formatted(wall, cpu);
  }
}
