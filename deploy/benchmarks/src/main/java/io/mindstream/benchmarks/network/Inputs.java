package io.mindstream.benchmarks.network;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.diffusion.NoiseSource;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.model.Architecture;

/** Random arrays of the shapes that a model takes, batch 1; the same in every run. */
final class Inputs {

  private Inputs() {}

  /** Padded voxels (1, V), as if normalised. */
  static FloatArray fmri(BrainDecoder decoder, long seed) {
    return normal(seed, 1, decoder.model().architecture().encoder().voxels());
  }

  /** A context (1, T, D). */
  static FloatArray context(BrainDecoder decoder) {
    Architecture.Encoder encoder = decoder.model().architecture().encoder();
    return normal(2, 1, encoder.contextTokens(), encoder.contextWidth());
  }

  private static FloatArray normal(long seed, int... shape) {
    long[] sizes = new long[shape.length];
    int count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      sizes[axis] = shape[axis];
      count *= shape[axis];
    }
    return new FloatArray(sizes, NoiseSource.standardNormal(seed, count));
  }
}
