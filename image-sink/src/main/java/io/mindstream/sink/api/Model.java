package io.mindstream.sink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mindstream.storage.document.TrialDocument;
import org.jspecify.annotations.Nullable;

/**
 * What made a picture.
 *
 * @param trained false where its weights are random and the picture can only be noise
 * @param normalisation how the vector was normalised; null where an older program decoded
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Model(
    String id,
    boolean trained,
    String sampler,
    int steps,
    String device,
    @Nullable String normalisation) {

  /** The model of a trial's document. */
  public static Model of(TrialDocument trial) {
    TrialDocument.Model model = trial.model();
    return new Model(
        model.id(),
        model.trained(),
        model.sampler(),
        model.steps(),
        model.device(),
        trial.vector().normalisation());
  }
}
