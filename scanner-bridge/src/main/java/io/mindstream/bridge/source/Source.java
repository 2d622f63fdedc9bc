package io.mindstream.bridge.source;

import java.util.List;

/**
 * Where scanner runs come from: a {@link Feed}, which knows its runs beforehand and can be played
 * again, or a {@link LiveFeed}, which tells of them as they happen. Whoever plays a source
 * publishes each run in the same way: mask, STARTED header, volumes and events, ENDED or ABORTED
 * header.
 */
public sealed interface Source permits Feed, LiveFeed {

  /** Where the runs come from, one line for people. */
  String description();

  /** What cannot be played, and why, one line each: for example a file with a broken header. */
  List<String> problems();

  /** What was taken and from where, and what was left out, one line each; nothing is wrong. */
  default List<String> notes() {
    return List.of();
  }
}
