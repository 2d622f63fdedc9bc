package io.mindstream.lab.scoring;

import io.mindstream.imaging.picture.RgbImage;
import java.util.List;

/**
 * Says what a picture shows. Fixed: fitted once to drawn pictures alone, never to fMRI or to
 * decoded pictures. Kernel ridge regression on histograms of gradient orientation, so that colour
 * does not decide.
 */
public final class PictureClassifier {

  // Both chosen by drawings that it was not fitted to, clean and degraded.
  private static final double PENALTY = 0.01;
  private static final double KERNEL_WIDTH = 7.5;

  private static final KernelFeatures KERNEL =
      new KernelFeatures(OrientationHistogram.FEATURES, KERNEL_WIDTH);

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
    return new PictureClassifier(RidgeClassifier.fit(features(drawn), labels, classes, PENALTY));
  }

  private static double[] features(RgbImage picture) {
    return KERNEL.of(OrientationHistogram.of(picture));
  }

  /** Score of each class (C); with several samples of one trial, average these. */
  public double[] scores(RgbImage picture) {
    return classifier.scores(features(picture));
  }

  /** Share of pictures that are given their label. */
  public double accuracy(List<RgbImage> pictures, int[] labels) {
    return classifier.accuracy(features(pictures), labels);
  }

  private static double[][] features(List<RgbImage> pictures) {
    return pictures.parallelStream().map(PictureClassifier::features).toArray(double[][]::new);
  }
}
