package io.mindstream.bridge.web;

import io.mindstream.bridge.recorded.RecordedOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.service.web.RefusedException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A recorded run to be played.
 *
 * @param options what of it, and as what
 * @param speed how fast
 */
record ReplayRequest(RecordedOptions options, Speed speed) {

  private static final String SPEED = "speed";
  private static final String AS = "as";
  private static final String FROM_TRIAL = "fromTrial";
  private static final String MODEL = "model";

  /**
   * Reads a request.
   *
   * @throws RefusedException 404 where the run's name is none, 422 where a field is wrong
   */
  static ReplayRequest of(String run, PostedJson posted) {
    posted.knowingOnly(Set.of(SPEED, AS, FROM_TRIAL, MODEL));
    RunId id = run(run);
    Optional<RunId> as =
        posted.name(AS).map(text -> usable(AS, () -> RecordedOptions.renamed(id, text)));
    RecordedOptions options =
        RecordedOptions.of(id)
            .as(as)
            .from(posted.count(FROM_TRIAL).orElse(0))
            .by(posted.name(MODEL));
    return new ReplayRequest(options, speed(posted));
  }

  private static RunId run(String text) {
    try {
      return RunId.parse(text);
    } catch (IllegalArgumentException e) {
      throw RefusedException.of(404, String.valueOf(e.getMessage()));
    }
  }

  /** A number, or the text max. */
  private static Speed speed(PostedJson posted) {
    if (!posted.has(SPEED)) {
      return Speed.REAL_TIME;
    }
    return usable(
        SPEED,
        () ->
            posted.object().get(SPEED).isNumber()
                ? new Speed(posted.number(SPEED).orElseThrow())
                : Speed.parse(posted.name(SPEED).orElse("")));
  }

  private static <T> T usable(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw RefusedException.field(field, String.valueOf(e.getMessage()));
    }
  }
}
