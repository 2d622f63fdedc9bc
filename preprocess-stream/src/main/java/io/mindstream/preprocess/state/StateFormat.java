package io.mindstream.preprocess.state;

/**
 * The format of everything that is stored, keys and values of all stores as one: they tell of the
 * same runs and make sense only together. Whoever changes what any serde or key of this package
 * writes, or what its fields mean, raises {@link #VERSION}.
 *
 * <p>The version is in each store's name, and so in the name of its changelog topic. A program of
 * another version therefore begins with empty stores and never reads the old ones, neither from
 * disk nor from Kafka. It goes on where the group's offsets are, so no trial is emitted twice. What
 * a run loses that is under way meanwhile is told: its header lies behind, so its further volumes
 * and events become dead letters with UNKNOWN_RUN, until it is played again. Upgrade between runs.
 * Starting from the oldest records instead, under a new application id, would decode everything
 * again that the scanner topics hold.
 *
 * <p>Each value begins with the version as well. It says no where the name can't: a topic copied or
 * restored from elsewhere, bytes of another program. See {@link StoredStateException}.
 *
 * <p>Version 1 had neither name nor byte, version 2 no mark of redriven records, version 3 kept
 * rows in the order in which they were read, version 4 knew neither the stimulus of a trial nor
 * when it is answered, version 5 did not tell volumes that came too late from those refused. Old
 * changelogs, {@code APPLICATION-ID-…-changelog}, stay in Kafka until somebody deletes them.
 */
final class StateFormat {

  /** Of all that this program stores, 1 to 127. */
  static final byte VERSION = 6;

  private StateFormat() {}

  /** The name of a store in this format: {@code rows-v6}. */
  static String nameOf(String store) {
    return store + "-v" + VERSION;
  }
}
