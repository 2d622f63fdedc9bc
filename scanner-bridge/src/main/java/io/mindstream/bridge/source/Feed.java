package io.mindstream.bridge.source;

import io.mindstream.schemas.avro.RoiMask;
import java.util.List;

/** A source of scanner runs: a folder played again, or a simulated scanner. */
public sealed interface Feed permits BidsReplay, SimulatedScanner {

  /** Where the runs come from, one line for people. */
  String description();

  /** The voxels to decode, the same for all runs. */
  RoiMask roi();

  /** The runs, in the order in which they are played; at least one. */
  List<FeedRun> runs();

  /** What cannot be played, and why, one line each: for example a file with a broken header. */
  List<String> problems();

  /** Volumes of all runs together. */
  default int expectedVolumes() {
    return runs().stream().mapToInt(run -> run.description().expectedVolumes()).sum();
  }

  /** Trials of all runs together. */
  default int expectedTrials() {
    return runs().stream().mapToInt(run -> run.description().expectedTrials()).sum();
  }
}
