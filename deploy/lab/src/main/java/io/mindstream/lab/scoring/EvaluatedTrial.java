package io.mindstream.lab.scoring;

import io.mindstream.imaging.picture.ContactSheet;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.imaging.picture.Verdict;
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

  /** The trial on a contact sheet, with what its pictures were taken for. */
  public ContactSheet.Row row(Optional<Verdict> verdict) {
    return new ContactSheet.Row(name, target, samples, verdict);
  }
}
