package io.mindstream.decoder.kafka;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.failure.PipelineException;
import java.util.List;

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
   * It can never be decoded.
   *
   * @param failure why
   */
  record Refused(PipelineException failure) implements TrialOutcome {}
}
