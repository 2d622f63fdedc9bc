package io.mindstream.bridge.service;

import io.mindstream.bridge.source.RunDescription;

/** Hears of a playback's progress, on the playback's thread; must return at once. */
public interface PlaybackListener {

  /** Hears nothing. */
  PlaybackListener NONE = new PlaybackListener() {};

  /** A run's header was acknowledged. */
  default void runStarted(RunDescription run) {}

  /**
   * A volume was acknowledged.
   *
   * @param done volumes of this run so far
   */
  default void volumePublished(RunDescription run, int done) {}

  /** An event was acknowledged. */
  default void eventPublished(RunDescription run, int trialIndex) {}

  /** All of a run was acknowledged, its end included. */
  default void runEnded(RunDescription run) {}

  /** A run broke off. */
  default void runAborted(RunDescription run, String reason) {}
}
