package io.mindstream.bridge.source;

/**
 * How long a run will be; only a {@link FeedRun} knows it beforehand.
 *
 * @param volumes volumes, 1 or more
 * @param trials events, 0 or more
 */
public record RunLength(int volumes, int trials) {

  /** Checks the counts. */
  public RunLength {
    if (volumes < 1 || trials < 0) {
      throw new IllegalArgumentException("a run needs at least one volume, got " + volumes);
    }
  }
}
