package io.mindstream.preprocess.state;

import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.run.RunPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The latest session of each run, by run id. */
public final class RunStore {

  private final KeyValueStore<String, Run> runs;

  /** Ids of the runs that are not cleaned, in memory alone; null until they are first asked for. */
  private @Nullable TreeSet<String> active;

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
    note(run);
  }

  /** Forgets a run. */
  public void remove(String runId) {
    runs.delete(runId);
    if (active != null) {
      active.remove(runId);
    }
  }

  /**
   * The runs of which more than a trace is stored, as a list of its own: runs may be stored while
   * it is walked through.
   */
  public List<Run> active() {
    if (active == null) {
      active = new TreeSet<>();
      all().forEach(this::note);
    }
    return active.stream().map(runs::get).filter(Objects::nonNull).toList();
  }

  /** Every run, likewise; costs as much as there were runs in a week. */
  public List<Run> all() {
    List<Run> all = new ArrayList<>();
    try (KeyValueIterator<String, Run> each = runs.all()) {
      each.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }

  private void note(Run run) {
    if (active == null) {
      return;
    }
    if (run.phase() instanceof RunPhase.Cleaned) {
      active.remove(run.id());
    } else {
      active.add(run.id());
    }
  }
}
