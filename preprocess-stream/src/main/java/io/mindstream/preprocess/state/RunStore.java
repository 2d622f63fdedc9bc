package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The latest session of each run, by run id. */
public final class RunStore {

  private final KeyValueStore<String, Run> runs;

  RunStore(KeyValueStore<String, Run> runs) {
    this.runs = runs;
  }

  /** The run, or null where it never started or was forgotten. */
  public @Nullable Run get(String runId) {
    return runs.get(runId);
  }

  /** Stores a run in place of what was known of it. */
  public void put(Run run) {
    runs.put(run.id(), run);
  }

  /** Forgets a run. */
  public void remove(String runId) {
    runs.delete(runId);
  }

  /** Every run, as a list of its own: runs may be stored while it is walked through. */
  public List<Run> all() {
    List<Run> all = new ArrayList<>();
    try (KeyValueIterator<String, Run> each = runs.all()) {
      each.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }
}
