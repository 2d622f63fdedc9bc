package io.mindstream.lab.examples;

import io.mindstream.lab.scoring.RidgeClassifier;
import io.mindstream.lab.training.TrainingSet;
import io.mindstream.lab.training.TrialMixing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trials between the recorded ones and round about: mixtures of two, moved by the difference of two
 * others and by noise, each of the category that a ridge classifier of the recorded trials gives
 * it. From a few dozen trials a network learns the trials; from these it learns the classifier,
 * which holds for later runs far better.
 */
final class RidgeMixing implements TrialMixing {

  /** Chosen by leaving out two of Haxby's runs 1 to 8 at a time. */
  private static final double PENALTY = 0.1;

  /**
   * Factor of the scores before their softmax: neither so large that a share is all or nothing, nor
   * so small that all are alike, for a share has to tell the score.
   */
  private static final double SHARPNESS = 4;

  /**
   * Of the difference of two trials. Another run's trials lie farther out than mixtures do, and as
   * trials differ, voxels beside each other alike: chosen as {@link #PENALTY} was.
   */
  private static final double LARGEST_MOVE = 1;

  /** Of the noise, in root mean squares of the recorded vectors. */
  private static final double LARGEST_NOISE = 1;

  private final RidgeClassifier teacher;
  private final double size;
  private final int[] typical; // a trial of each category

  private RidgeMixing(RidgeClassifier teacher, double size, int[] typical) {
    this.teacher = teacher;
    this.size = size;
    this.typical = typical;
  }

  /**
   * Fits the classifier.
   *
   * @param set trials that are each wholly of their category; all of a category have one picture
   */
  static RidgeMixing of(TrainingSet set) {
    List<String> known = set.categories().stream().distinct().sorted().toList();
    double[][] rows =
        Arrays.stream(set.vectors()).map(RidgeClassifier::row).toArray(double[][]::new);
    int[] labels = set.categories().stream().mapToInt(known::indexOf).toArray();
    return new RidgeMixing(
        RidgeClassifier.fit(rows, labels, known.size(), PENALTY),
        rootMeanSquare(rows),
        known.stream().mapToInt(set.categories()::indexOf).toArray());
  }

  @Override
  public MixedTrial mix(TrainingSet set, int index, SplittableRandom random) {
    float[] one = set.vectors()[index];
    float[] other = any(set, random);
    float[] from = any(set, random);
    float[] to = any(set, random);
    double share = random.nextDouble();
    double moved = LARGEST_MOVE * random.nextDouble();
    double noise = LARGEST_NOISE * size * random.nextDouble();
    double[] mixed = new double[one.length];
    for (int v = 0; v < mixed.length; v++) {
      double between = one[v] + share * (other[v] - one[v]);
      mixed[v] = between + moved * (to[v] - from[v]) + noise * random.nextGaussian();
    }
    double[] scores = teacher.scores(mixed);
    return new MixedTrial(floats(mixed), shares(scores), typical[RidgeClassifier.highest(scores)]);
  }

  private static float[] any(TrainingSet set, SplittableRandom random) {
    return set.vectors()[random.nextInt(set.trials())];
  }

  private static float[] shares(double[] scores) {
    double highest = scores[RidgeClassifier.highest(scores)];
    double[] weights =
        Arrays.stream(scores).map(score -> Math.exp(SHARPNESS * (score - highest))).toArray();
    double all = Arrays.stream(weights).sum();
    return floats(Arrays.stream(weights).map(weight -> weight / all).toArray());
  }

  private static double rootMeanSquare(double[][] rows) {
    return Math.sqrt(
        Arrays.stream(rows)
            .flatMapToDouble(Arrays::stream)
            .map(value -> value * value)
            .average()
            .orElse(0));
  }

  private static float[] floats(double[] row) {
    float[] floats = new float[row.length];
    for (int v = 0; v < row.length; v++) {
      floats[v] = (float) row[v];
    }
    return floats;
  }
}
