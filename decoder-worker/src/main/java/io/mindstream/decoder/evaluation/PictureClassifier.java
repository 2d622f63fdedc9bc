package io.mindstream.decoder.evaluation;

import io.mindstream.decoder.inference.RgbImage;
import java.util.List;

/**
 * Says what a picture shows. Fixed: fitted once to drawn pictures alone, never to fMRI or to
 * decoded pictures. Ridge regression on histograms of gradient orientation, so that colour does not
 * decide.
 */
public final class PictureClassifier {

  private static final double PENALTY = 0.1;

  private final RidgeClassifier classifier;

  private PictureClassifier(RidgeClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Fits the classifier.
   *
   * @param drawn pictures, square
   * @param labels what each shows, 0 to C - 1
   * @param classes C
   */
  public static PictureClassifier fit(List<RgbImage> drawn, int[] labels, int classes) {
    double[][] rows = drawn.stream().map(PictureClassifier::features).toArray(double[][]::new);
    return new PictureClassifier(RidgeClassifier.fit(rows, labels, classes, PENALTY));
  }

  /** What the classifier sees of a picture. */
  public static double[] features(RgbImage picture) {
    return OrientationHistogram.of(picture);
  }

  /** Score of each class (C); with several samples of one trial, average these. */
  public double[] scores(RgbImage picture) {
    return classifier.scores(features(picture));
  }

  /** Share of pictures that are given their label. */
  public double accuracy(List<RgbImage> pictures, int[] labels) {
    double[][] rows = pictures.stream().map(PictureClassifier::features).toArray(double[][]::new);
    return classifier.accuracy(rows, labels);
  }
}
