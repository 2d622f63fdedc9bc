package io.mindstream.sink.web;

import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.web.RefusedException;
import io.mindstream.sink.api.Trial;
import io.mindstream.sink.catalogue.Page;
import io.mindstream.storage.TrialKeys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a request asks for, checked. */
final class Asked {

  private static final int NOT_FOUND = 404;

  private Asked() {}

  /** A run id, which cannot lead anywhere else in the store. */
  static String run(String run) {
    try {
      return RunId.parse(run).toString();
    } catch (IllegalArgumentException e) {
      throw RefusedException.field("run", String.valueOf(e.getMessage()));
    }
  }

  static TrialKey trial(String run, int trial) {
    if (trial < 0) {
      throw RefusedException.field("trial", "counts from 0, got " + trial);
    }
    return new TrialKey(run(run), trial);
  }

  static TrialKeys answer(String run, int trial, int revision) {
    if (revision < 1) {
      throw RefusedException.field("revision", "counts from 1, got " + revision);
    }
    return new TrialKeys(trial(run, trial), revision);
  }

  static int limit(int limit) {
    if (limit < 1 || limit > Page.MOST) {
      throw RefusedException.field("limit", "must be 1 to " + Page.MOST + ", got " + limit);
    }
    return limit;
  }

  static Trial.@Nullable State state(@Nullable String state) {
    return state == null
        ? null
        : Arrays.stream(Trial.State.values())
            .filter(known -> known.name().equals(state))
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedException.field(
                        "state",
                        "must be one of "
                            + Arrays.toString(Trial.State.values())
                            + ", got "
                            + state));
  }

  static RefusedException unknown(String what) {
    return RefusedException.of(
        NOT_FOUND,
        what + " is not known; GET /api/v1/runs lists the runs, .../trials their trials");
  }
}
