package io.mindstream.lab.scoring;

import io.mindstream.imaging.picture.PictureSimilarity;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.imaging.picture.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores decoded trials with a fixed classifier. */
public final class Scorer {

  private static final int DRAWS = 1000;

  private final PictureClassifier classifier;
  private final double classifierAccuracy;
  private final List<String> labels;

  /**
   * Scores by a classifier.
   *
   * @param classifierAccuracy on drawings that it was not fitted to, 0 to 1
   * @param labels names of the classes, C
   */
  public Scorer(PictureClassifier classifier, double classifierAccuracy, List<String> labels) {
    this.classifier = classifier;
    this.classifierAccuracy = classifierAccuracy;
    this.labels = List.copyOf(labels);
  }

  /** Scores trials; pcc and ssim are means over the samples of the trials with a target. */
  public Scores score(List<EvaluatedTrial> trials) {
    int classes = labels.size();
    List<double[]> scores = trials.stream().map(trial -> scores(trial.samples())).toList();
    int hits =
        (int)
            IntStream.range(0, trials.size())
                .filter(i -> first(scores.get(i), trials.get(i)))
                .count();
    return new Scores(
        trials.size(),
        classes,
        (double) hits / trials.size(),
        Interval.wilson(hits, trials.size()).ends(),
        identified(new NWayIdentification(classes, 2, DRAWS), scores, trials),
        similarity(trials, PictureSimilarity::pixelCorrelation),
        similarity(trials, PictureSimilarity::ssim),
        frechet(trials),
        classifierAccuracy,
        labels,
        confusion(scores, trials));
  }

  /** What a trial's pictures are taken for. */
  public Verdict verdict(EvaluatedTrial trial) {
    int identified = RidgeClassifier.highest(scores(trial.samples()));
    return new Verdict(labels.get(identified), identified == trial.label());
  }

  private boolean first(double[] scores, EvaluatedTrial trial) {
    NWayIdentification all = new NWayIdentification(labels.size(), 1, 1);
    return all.identify(scores, trial.label(), new SplittableRandom(0)) == 1;
  }

  private static double identified(
      NWayIdentification way, List<double[]> scores, List<EvaluatedTrial> trials) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, trials.size())
        .mapToDouble(i -> way.identify(scores.get(i), trials.get(i).label(), random))
        .average()
        .orElseThrow();
  }

  /** Mean score of each class (C) over the samples of a trial. */
  private double[] scores(List<RgbImage> samples) {
    double[] mean = new double[labels.size()];
    for (RgbImage sample : samples) {
      double[] scores = classifier.scores(sample);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += scores[c] / samples.size();
      }
    }
    return mean;
  }

  private static @Nullable Double similarity(
      List<EvaluatedTrial> trials, ToDoubleBiFunction<RgbImage, RgbImage> measure) {
    var mean =
        trials.stream()
            .flatMapToDouble(
                trial ->
                    trial.target().stream()
                        .flatMapToDouble(
                            target ->
                                trial.samples().stream()
                                    .mapToDouble(s -> measure.applyAsDouble(s, target))))
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  private @Nullable Double frechet(List<EvaluatedTrial> trials) {
    List<EvaluatedTrial> known = trials.stream().filter(t -> t.target().isPresent()).toList();
    if (known.size() < 2) {
      return null;
    }
    return FrechetDistance.between(
        known.stream()
            .map(trial -> classifier.scores(trial.target().orElseThrow()))
            .toArray(double[][]::new),
        known.stream()
            .map(trial -> classifier.scores(trial.samples().get(0)))
            .toArray(double[][]::new));
  }

  private List<List<Integer>> confusion(List<double[]> scores, List<EvaluatedTrial> trials) {
    int[][] counts = new int[labels.size()][labels.size()];
    for (int i = 0; i < trials.size(); i++) {
      counts[trials.get(i).label()][RidgeClassifier.highest(scores.get(i))]++;
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts) {
      rows.add(IntStream.of(row).boxed().toList());
    }
    return rows;
  }
}
