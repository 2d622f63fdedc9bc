package io.mindstream.sink.catalogue;

import io.mindstream.schemas.fmri.TrialKey;
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
        && (text == null || says(trial.key(), trial.trialType(), trial.stimulusId(), text));
  }

  /**
   * False only where the trial cannot be one that is asked for.
   *
   * @param trial what its run's document says of it
   * @param named whether that says the name of the picture shown, where there is one
   */
  boolean mayTake(TrialKey key, RunDocument.Trial trial, boolean named) {
    boolean decoded = trial.samples() == trial.samplesExpected();
    return (type == null || type.equals(trial.type()))
        && (state == null || (state == Trial.State.decoded) == decoded)
        && (text == null || !named || says(key.toString(), trial.type(), trial.stimulusId(), text));
  }

  private static boolean says(String key, String type, @Nullable String stimulus, String text) {
    return contains(key, text)
        || contains(type, text)
        || (stimulus != null && contains(stimulus, text));
  }

  /** Whether a text holds a part, however both are written. */
  public static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
