package io.mindstream.lab.training;

import java.util.SplittableRandom;

/**
 * Makes trials that nobody recorded out of those of a set, without end, so that a training never
 * sees one twice. V0 voxels, C categories.
 */
@FunctionalInterface
public interface TrialMixing {

  /**
   * What a step learns from.
   *
   * @param vector (V0), read only
   * @param shares (C), as in {@link TrainingSet#shares}; read only
   * @param shown which trial of the set has the picture
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record MixedTrial(float[] vector, float[] shares, int shown) {}

  /** A trial that began as trial {@code index} of the set. */
  MixedTrial mix(TrainingSet set, int index, SplittableRandom random);

  /** The trials as they are. */
  static TrialMixing none() {
    return (set, index, random) -> new MixedTrial(set.vectors()[index], set.shares()[index], index);
  }
}
