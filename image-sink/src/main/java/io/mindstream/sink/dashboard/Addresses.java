package io.mindstream.sink.dashboard;

import io.mindstream.schemas.fmri.TrialKey;
import org.jspecify.annotations.Nullable;

/** Where the server serves what a run or a trial names. */
public final class Addresses {

  private static final String RUNS = "/api/v1/runs/";

  private Addresses() {}

  /** A file of a run. */
  public static String of(String run, String file, @Nullable String version) {
    return RUNS + run + "/" + file + (version == null ? "" : "?v=" + version);
  }

  /** A file of a trial. */
  public static String of(TrialKey trial, String file, @Nullable String version) {
    return of(trial.runId(), "trials/" + trial.trialIndex() + "/" + file, version);
  }
}
