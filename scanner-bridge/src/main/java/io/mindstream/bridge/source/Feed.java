package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.RoiMask;
import java.util.List;

/**
 * A source that can be played again: a folder, a recording, or a simulated scanner. All runs and
 * their lengths are known beforehand, and a playback that was suspended goes on where it was.
 */
public non-sealed interface Feed extends Source {

  /** The voxels to decode, the same for all runs. */
  RoiMask roi();

  /** The runs, in the order in which they are played; at least one. */
  List<FeedRun> runs();

  /** Volumes of all runs together. */
  default int expectedVolumes() {
    return runs().stream().mapToInt(run -> run.length().volumes()).sum();
  }

  /** Trials of all runs together. */
  default int expectedTrials() {
    return runs().stream().mapToInt(run -> run.length().trials()).sum();
  }
}
