package io.mindstream.bridge.service;

import java.util.List;

/**
 * What a playback published.
 *
 * @param runs runs that were published to their end
 * @param volumes volumes
 * @param trials events
 * @param problems runs, or parts of runs, that could not be played, one line each
 */
public record PlaybackSummary(int runs, int volumes, int trials, List<String> problems) {

  /** Keeps its own list. */
  public PlaybackSummary {
    problems = List.copyOf(problems);
  }
}
