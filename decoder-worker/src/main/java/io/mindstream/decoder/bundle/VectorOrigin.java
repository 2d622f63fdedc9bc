package io.mindstream.decoder.bundle;

/**
 * How the pipeline made the vectors that a model learned from; vectors made in another way are
 * strange to it. Names and values are those of the settings {@code mindstream.preprocess.*}.
 *
 * @param normalisation name of the normalisation
 * @param windowDelaySeconds from an event's onset to its window
 * @param steadyVolumes weight of a run without drift against the drift that is seen, in volumes
 */
public record VectorOrigin(String normalisation, double windowDelaySeconds, int steadyVolumes) {

  /** Checks that nothing is missing. */
  public VectorOrigin {
    if (normalisation.isBlank() || steadyVolumes < 0) {
      throw new IllegalArgumentException("the vectors' normalisation or steadyVolumes is wrong");
    }
  }
}
