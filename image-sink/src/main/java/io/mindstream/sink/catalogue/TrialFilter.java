package io.mindstream.sink.catalogue;

import io.mindstream.sink.api.Trial;
import io.mindstream.storage.document.RunDocument;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which trials are asked for; null is any.
 *
 * @param run the very run
 * @param type the very category shown
 * @param state how far it is
 * @param text a part of run, category or name of the picture shown, however it is written
 */
public record TrialFilter(
    @Nullable String run,
    @Nullable String type,
    Trial.@Nullable State state,
    @Nullable String text) {

  boolean takes(Trial trial) {
    return (type == null || type.equals(trial.trialType()))
        && (state == null || state == trial.state())
        && (text == null
            || contains(trial.key(), text)
            || contains(trial.trialType(), text)
            || (trial.stimulusId() != null && contains(trial.stimulusId(), text)));
  }

  /** False only where the trial cannot be one that is asked for. */
  boolean mayTake(RunDocument.Trial trial) {
    boolean decoded = trial.samples() == trial.samplesExpected();
    return (type == null || type.equals(trial.type()))
        && (state == null || (state == Trial.State.decoded) == decoded);
  }

  /** Whether a text holds a part, however both are written. */
  public static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
