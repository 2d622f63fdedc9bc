package io.mindstream.lab.scoring;

import io.mindstream.decoder.decoding.RgbImage;
import java.util.List;
import java.util.Optional;

/**
 * A trial after decoding.
 *
 * @param name what was shown, for people
 * @param label class of what was shown, 0 to C - 1
 * @param target the very picture that was shown, where known
 * @param samples decoded pictures, one or more
 */
public record EvaluatedTrial(
    String name, int label, Optional<RgbImage> target, List<RgbImage> samples) {

  /** Copies the samples. */
  public EvaluatedTrial {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("trial " + name + " has no decoded picture");
    }
  }
}
