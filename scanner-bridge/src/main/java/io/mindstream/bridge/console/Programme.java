package io.mindstream.bridge.console;

import io.mindstream.bridge.source.Feed;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.schemas.avro.RoiMask;
import java.util.List;
import java.util.Optional;

/**
 * What a console plays.
 *
 * @param description for people
 * @param runs at least one
 * @param roi the voxels that the source wants decoded, where it names them
 */
public record Programme(String description, List<FeedRun> runs, Optional<RoiMask> roi) {

  /** Keeps a list of its own. */
  public Programme {
    runs = List.copyOf(runs);
  }

  /** All runs of a feed. */
  public static Programme of(Feed feed) {
    return new Programme(feed.description(), feed.runs(), Optional.of(feed.roi()));
  }

  /** Volumes of all runs, without dummies. */
  public int volumes() {
    return runs.stream().mapToInt(run -> run.length().volumes()).sum();
  }
}
