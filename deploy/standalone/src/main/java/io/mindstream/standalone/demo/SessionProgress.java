package io.mindstream.standalone.demo;

import io.mindstream.standalone.tally.SessionTally.Counts;
import java.io.PrintWriter;

/** Sees how far a session is, a few times a second. */
@FunctionalInterface
public interface SessionProgress extends AutoCloseable {

  /**
   * A progress bar on a terminal, else lines.
   *
   * @param volumes how many are expected
   */
  static SessionProgress of(boolean terminal, PrintWriter err, int volumes) {
    return terminal ? new ProgressBarDisplay(volumes) : new PlainDisplay(err, volumes);
  }

  /** The numbers so far. */
  void show(Counts counts);

  @Override
  default void close() {}
}
