package io.mindstream.service.run;

import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.service.web.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest header of each of the runs that were announced last; of more than so many the one that
 * was announced first is forgotten. May be used by several threads.
 */
public final class KnownRuns {

  /** Stands for the run that has STARTED and is not over. */
  public static final String CURRENT = "current";

  private static final Pattern SUBJECT = Pattern.compile("sub-[A-Za-z0-9]+");

  private final Map<String, RunHeader> headers = new LinkedHashMap<>();
  private final int kept;

  /** An empty table that keeps so many runs. */
  public KnownRuns(int kept) {
    this.kept = kept;
  }

  /**
   * A header came.
   *
   * @return the run that was forgotten for it, if any
   */
  public synchronized Optional<String> put(RunHeader header) {
    RunHeader before = headers.get(header.getRunId());
    if (before != null && !before.getStartedAt().equals(header.getStartedAt())) {
      headers.remove(header.getRunId()); // played again: it is the newest now
    }
    headers.put(header.getRunId(), header);
    if (headers.size() <= kept) {
      return Optional.empty();
    }
    String eldest = headers.keySet().iterator().next();
    headers.remove(eldest);
    return Optional.of(eldest);
  }

  /** All runs, the newest first. */
  public synchronized List<RunHeader> all() {
    List<RunHeader> runs = new ArrayList<>(headers.values());
    Collections.reverse(runs);
    return runs;
  }

  /** A run by its id. */
  public synchronized Optional<RunHeader> get(String runId) {
    return Optional.ofNullable(headers.get(runId));
  }

  /**
   * The run that a request names.
   *
   * @param name a run id; {@link #CURRENT}; or a subject such as {@code sub-01}, for the run under
   *     way in the scanner in which they lie
   * @throws RefusedException 404 where it is not known, 409 where several runs are current; each
   *     lists the runs that can be named
   */
  public synchronized RunHeader require(String name) {
    if (name.equals(CURRENT)) {
      return underWay(run -> true, "");
    }
    if (SUBJECT.matcher(name).matches()) {
      return underWay(run -> run.getRunId().startsWith(name + "_"), " of " + name);
    }
    @Nullable RunHeader header = headers.get(name);
    if (header == null) {
      throw unknown("no run '" + name + "' is known");
    }
    return header;
  }

  private RunHeader underWay(Predicate<RunHeader> meant, String whose) {
    List<RunHeader> started =
        all().stream().filter(run -> run.getState() == RunState.STARTED).filter(meant).toList();
    if (started.isEmpty()) {
      throw unknown("no run is under way" + whose);
    }
    if (started.size() > 1) {
      throw RefusedException.of(
              409,
              "several runs are under way; name one of them, or its subject as sub-01, in place of"
                  + " 'current'")
          .with("runs", ids(started));
    }
    return started.get(0);
  }

  private RefusedException unknown(String what) {
    return RefusedException.of(
            404, what + "; a run is known once its first header is published, so try again then")
        .with("runs", ids(all()));
  }

  private static List<String> ids(List<RunHeader> runs) {
    return runs.stream().map(RunHeader::getRunId).toList();
  }
}
