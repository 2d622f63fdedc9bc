package io.mindstream.decoder.training;

import io.mindstream.decoder.bundle.FmriStatistics;
import io.mindstream.decoder.dataset.FmriPreprocessing;
import io.mindstream.decoder.dataset.FmriPreprocessing.Statistics;
import io.mindstream.decoder.dataset.Matrix;
import io.mindstream.decoder.training.TrainingPreset.Augmentation;
import java.util.SplittableRandom;

/**
 * Trials as the encoder takes them: padded, and normalised by the training matrix's own two
 * constants, which the bundle then carries.
 */
final class FmriVectors {

  private final Matrix normalised;
  private final FmriStatistics.Fixed statistics;

  FmriVectors(TrainingSet set, int patchSize) {
    double[] values = new double[set.trials() * set.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = set.vectors()[i / set.voxels()][i % set.voxels()];
    }
    Matrix padded =
        FmriPreprocessing.pad(new Matrix(set.trials(), set.voxels(), values), patchSize);
    Statistics found = FmriPreprocessing.statistics(padded);
    normalised = FmriPreprocessing.normalise(padded, found);
    statistics = new FmriStatistics.Fixed(found.mean(), found.sd());
  }

  /** V, padded. */
  int voxels() {
    return normalised.columns();
  }

  int trials() {
    return normalised.rows();
  }

  FmriStatistics.Fixed statistics() {
    return statistics;
  }

  /** Rows of these trials (B, V), each changed at random, as a new array. */
  float[] augmented(int[] trials, Augmentation augmentation, SplittableRandom random) {
    int voxels = voxels();
    float[] batch = new float[trials.length * voxels];
    for (int b = 0; b < trials.length; b++) {
      double dropped = augmentation.dropped() * random.nextDouble();
      for (int v = 0; v < voxels; v++) {
        double noise = augmentation.noise() * random.nextGaussian();
        double value = normalised.at(trials[b], v) + noise;
        batch[b * voxels + v] = random.nextDouble() < dropped ? 0 : (float) value;
      }
    }
    return batch;
  }
}
