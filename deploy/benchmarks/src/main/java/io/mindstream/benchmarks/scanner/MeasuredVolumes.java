package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.Quantiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Volumes that are sent at a steady rate.
 *
 * @param warmUp how many come before those that count
 * @param count how many count
 * @param rate volumes a second
 */
record MeasuredVolumes(int warmUp, int count, double rate) {

  /** How a volume is sent. */
  @FunctionalInterface
  interface Sent {
    void send(int volume, double seconds) throws IOException;
  }

  int all() {
    return warmUp + count;
  }

  /** Sends all of them, each when it is due. */
  void pace(Sent each) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (int volume = 0; volume < all(); volume++) {
      double seconds = volume / rate;
      long due = begun + Math.round(1e9 * seconds);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      each.send(volume, seconds);
    }
  }

  /** Prints how long it took from one time to the other. */
  void report(String what, List<Instant> from, List<Instant> to) {
    if (to.size() != all() || from.size() != to.size()) {
      throw new IllegalStateException(
          "%s: %d of %d volumes came".formatted(what, to.size(), from.size()));
    }
    List<Double> millis = new ArrayList<>();
    for (int i = warmUp; i < to.size(); i++) {
      millis.add(Duration.between(from.get(i), to.get(i)).toNanos() / 1e6);
    }
    Quantiles times = Quantiles.of(millis);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d volumes at %.0f a second%n",
        what, times.at(0.5), times.at(0.99), times.at(1), count, rate);
  }
}
