package io.mindstream.standalone.demo;

import io.mindstream.standalone.tally.SessionTally.Counts;
import java.io.PrintWriter;
import java.time.Duration;

/** A line every few seconds, where nobody sits at a terminal. */
final class PlainDisplay implements SessionProgress {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final PrintWriter err;
  private final int volumes;
  private long nextNanos = System.nanoTime();

  /** Lines to a writer, out of so many volumes. */
  PlainDisplay(PrintWriter err, int volumes) {
    this.err = err;
    this.volumes = volumes;
  }

  @Override
  public void show(Counts counts) {
    if (System.nanoTime() < nextNanos) {
      return;
    }
    nextNanos = System.nanoTime() + EVERY.toNanos();
    err.printf(
        "volumes %d of %d, trials %d, images %d%n",
        counts.volumes(), volumes, counts.trials(), counts.stored());
    err.flush();
  }
}
