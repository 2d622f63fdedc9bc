package io.mindstream.standalone.evaluation;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.decoder.evaluation.PictureClassifier;
import io.mindstream.decoder.evaluation.Scorer;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.standalone.training.Drawings;
import java.util.ArrayList;
import java.util.List;

/** Makes the fixed classifier: always from the same drawings, so that it is always the same. */
final class DrawingScorer {

  private static final int FITTED = 400;
  private static final int HELD_OUT = 100;

  private DrawingScorer() {}

  /** A scorer for these categories, in this order. */
  static Scorer of(List<Category> categories) {
    List<RgbImage> held = new ArrayList<>();
    int[] heldLabels = draw(categories, FITTED, HELD_OUT, held);
    List<RgbImage> fitted = new ArrayList<>();
    int[] labels = draw(categories, 0, FITTED, fitted);
    PictureClassifier classifier = PictureClassifier.fit(fitted, labels, categories.size());
    return new Scorer(
        classifier,
        classifier.accuracy(held, heldLabels),
        categories.stream().map(Category::label).toList());
  }

  private static int[] draw(
      List<Category> categories, int firstSeed, int each, List<RgbImage> into) {
    int[] labels = new int[categories.size() * each];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % categories.size();
      into.add(
          Drawings.draw(
              new Stimulus(categories.get(labels[i]), firstSeed + i / categories.size())));
    }
    return labels;
  }
}
