package io.mindstream.lab.training;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.FmriPreprocessing.Statistics;
import io.mindstream.decoder.bundle.VoxelScaling;
import io.mindstream.lab.training.TrainingPreset.Augmentation;
import io.mindstream.lab.training.TrialMixing.MixedTrial;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trials as the encoder takes them: padded, and normalised by the training matrix's own two
 * constants, which the bundle then carries.
 */
final class FmriVectors {

  private final int voxels;
  private final Statistics found;

  FmriVectors(TrainingSet set, int patchSize) {
    double[] values = new double[set.trials() * set.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = set.vectors()[i / set.voxels()][i % set.voxels()];
    }
    DoubleArray padded =
        FmriPreprocessing.pad(new DoubleArray(values, set.trials(), set.voxels()), patchSize);
    voxels = padded.columns();
    found = FmriPreprocessing.statistics(padded);
    FmriPreprocessing.requireSpread(found);
  }

  /** V, padded. */
  int voxels() {
    return voxels;
  }

  VoxelScaling.Fixed statistics() {
    return new VoxelScaling.Fixed(found.mean(), found.sd());
  }

  /** Vectors of these trials (B, V), each changed at random, as a new array. */
  float[] augmented(List<MixedTrial> trials, Augmentation augmentation, SplittableRandom random) {
    float[] batch = new float[trials.size() * voxels];
    for (int b = 0; b < trials.size(); b++) {
      float[] vector = trials.get(b).vector();
      double dropped = augmentation.dropped() * random.nextDouble();
      for (int v = 0; v < voxels; v++) {
        double noise = augmentation.noise() * random.nextGaussian();
        double value = (vector[v % vector.length] - found.mean()) / found.sd() + noise;
        batch[b * voxels + v] = random.nextDouble() < dropped ? 0 : (float) value;
      }
    }
    return batch;
  }
}
