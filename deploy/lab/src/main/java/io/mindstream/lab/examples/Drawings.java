package io.mindstream.lab.examples;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.simulation.Stimulus;
import io.mindstream.imaging.picture.RgbImage;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Drawn pictures of categories, as the decoder takes pictures. */
public final class Drawings {

  /** Edge length of the small models' pictures. */
  public static final int PIXELS = 64;

  private Drawings() {}

  /** A stimulus, 64 x 64. */
  public static RgbImage draw(Stimulus stimulus) {
    return draw(stimulus, PIXELS);
  }

  /** A stimulus, pixels x pixels. */
  public static RgbImage draw(Stimulus stimulus, int pixels) {
    return RgbImage.of(stimulus.draw(pixels));
  }

  /** The drawing that stands for a category where no one drawing was shown. */
  public static RgbImage typical(Category category, int pixels) {
    return draw(new Stimulus(category, 0), pixels);
  }

  /**
   * The category of a trial type.
   *
   * @throws IllegalArgumentException where nothing of that name can be drawn
   */
  public static Category category(String trialType) {
    return Category.of(trialType)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "trial type '%s' cannot be drawn; name it in the events as one of %s"
                        .formatted(
                            trialType,
                            Arrays.stream(Category.values())
                                .map(Category::label)
                                .collect(Collectors.joining(", ")))));
  }
}
