package io.mindstream.lab.evaluation;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.examples.Drawings;
import io.mindstream.lab.scoring.PictureClassifier;
import io.mindstream.lab.scoring.Scorer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the fixed classifier: always from the same drawings, so that it is always the same. It
 * learns each drawing twice, clean and degraded.
 */
public final class DrawingScorer {

  private static final int FITTED = 500;
  private static final int HELD_OUT = 100;
  private static final long DEGRADING_SEED = 5;

  private DrawingScorer() {}

  /** A scorer for these categories, in this order. */
  public static Scorer of(List<Category> categories) {
    List<BufferedImage> fitted = draw(categories, 0, FITTED);
    List<BufferedImage> held = draw(categories, FITTED, HELD_OUT);
    SplittableRandom random = new SplittableRandom(DEGRADING_SEED);
    List<RgbImage> pictures =
        Stream.concat(
                fitted.stream().map(RgbImage::of),
                fitted.stream().map(drawing -> DegradedDrawing.of(drawing, random)))
            .toList();
    PictureClassifier classifier =
        PictureClassifier.fit(
            pictures, labels(pictures.size(), categories.size()), categories.size());
    double accuracy =
        classifier.accuracy(
            held.stream().map(RgbImage::of).toList(), labels(held.size(), categories.size()));
    return new Scorer(classifier, accuracy, categories.stream().map(Category::label).toList());
  }

  /** Drawings of all categories by turns. */
  private static List<BufferedImage> draw(List<Category> categories, int firstSeed, int each) {
    int count = categories.size();
    return IntStream.range(0, count * each)
        .mapToObj(i -> new Stimulus(categories.get(i % count), firstSeed + i / count))
        .map(stimulus -> stimulus.draw(Drawings.PIXELS))
        .toList();
  }

  private static int[] labels(int pictures, int categories) {
    return IntStream.range(0, pictures).map(i -> i % categories).toArray();
  }
}
