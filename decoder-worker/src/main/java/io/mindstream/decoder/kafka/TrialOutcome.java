package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.failure.PipelineException;
import java.util.List;
import java.util.Optional;

/** What became of one voxel vector. */
sealed interface TrialOutcome {

  /**
   * It was decoded.
   *
   * @param images one record a sample
   */
  record Decoded(List<DecodedImage> images) implements TrialOutcome {
    /** Copies the list. */
    public Decoded {
      images = List.copyOf(images);
    }
  }

  /**
   * It is not this worker's: no record is written, another worker may have the model.
   *
   * @param modelId the model that it asks for; empty where it asks for none
   */
  record LeftToOthers(Optional<String> modelId) implements TrialOutcome {}

  /**
   * It can never be decoded.
   *
   * @param failure why
   */
  record Refused(PipelineException failure) implements TrialOutcome {}
}
