package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.avro.StimulusEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The trials of one session of a run, whoever published them. Not for several threads. */
final class RunTrials {

  private final TreeMap<Integer, StimulusEvent> byIndex = new TreeMap<>();
  private final Map<String, Integer> byId = new HashMap<>();

  /** An event is published; its picture is not kept. */
  void add(StimulusEvent event, Optional<String> id) {
    byIndex.put(
        event.getTrialIndex(), StimulusEvent.newBuilder(event).setStimulusPng(null).build());
    id.ifPresent(name -> byId.put(name, event.getTrialIndex()));
  }

  /** Forgets what happened before a moment: it was another session's. */
  void forgetBefore(Instant moment) {
    byIndex.values().removeIf(event -> event.getOccurredAt().isBefore(moment));
    byId.values().removeIf(trial -> !byIndex.containsKey(trial));
  }

  Optional<StimulusEvent> ofId(String id) {
    return Optional.ofNullable(byId.get(id)).map(byIndex::get);
  }

  boolean has(int trial) {
    return byIndex.containsKey(trial);
  }

  /** The index after the highest one. */
  int next() {
    return byIndex.isEmpty() ? 0 : byIndex.lastKey() + 1;
  }

  int count() {
    return byIndex.size();
  }

  RunTrials copy() {
    RunTrials copy = new RunTrials();
    copy.byIndex.putAll(byIndex);
    copy.byId.putAll(byId);
    return copy;
  }
}
