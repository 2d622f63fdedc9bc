package io.mindstream.standalone.demo;

import io.mindstream.standalone.tally.SessionTally.Counts;

/** Sees how far a session is, a few times a second. */
@FunctionalInterface
public interface SessionProgress extends AutoCloseable {

  /** The numbers so far. */
  void show(Counts counts);

  @Override
  default void close() {}
}
