package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.ScannerTopic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many records of which run and topic wait, so that no volume is read to be counted. */
final class HeldCounts {

  private final Map<String, Map<ScannerTopic, Integer>> counts = new TreeMap<>();

  int of(String runId, ScannerTopic topic) {
    return counts.getOrDefault(runId, Map.of()).getOrDefault(topic, 0);
  }

  /** Every run that has a record waiting, as a copy, by id. */
  Set<String> runs() {
    return new TreeSet<>(counts.keySet());
  }

  /** One more waits. */
  void add(String runId, ScannerTopic topic) {
    counts
        .computeIfAbsent(runId, any -> new EnumMap<>(ScannerTopic.class))
        .merge(topic, 1, Integer::sum);
  }

  /** One that waited was taken out. */
  void remove(String runId, ScannerTopic topic) {
    counts.computeIfPresent(
        runId,
        (any, topics) -> {
          topics.computeIfPresent(topic, (same, count) -> count > 1 ? count - 1 : null);
          return topics.isEmpty() ? null : topics;
        });
  }
}
