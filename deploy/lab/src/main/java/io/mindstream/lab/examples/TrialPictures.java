package io.mindstream.lab.examples;

import static java.util.Objects.requireNonNull;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.training.TrainingException;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * What a decoder learns to make of recorded trials, the first there is of: the very picture shown
 * (stim_file), the data set's picture of the trial type, a typical drawing of that category. Reads
 * each once. Not thread-safe.
 */
final class TrialPictures {

  private final StimulusPictures folder;
  private final int pixels;
  private final Map<String, RgbImage> byType = new HashMap<>();
  private final Map<String, RgbImage> byStimulus = new HashMap<>();

  /**
   * Pictures of a data set.
   *
   * @param pixels edge length of the square pictures that come out
   */
  TrialPictures(StimulusPictures folder, int pixels) {
    this.folder = folder;
    this.pixels = pixels;
  }

  /** Whether the data set has the very picture of a trial. */
  static boolean isOwn(FeedMessage.Event event) {
    return event.stimulusPng().isPresent();
  }

  /**
   * A trial's picture.
   *
   * @throws TrainingException where there is none
   */
  RgbImage of(FeedMessage.Event event) {
    return event
        .stimulusPng()
        .map(
            png ->
                byStimulus.computeIfAbsent(event.stimulusId().orElseThrow(), stimulus -> read(png)))
        .orElseGet(() -> ofType(event.trialType()));
  }

  /**
   * The picture of a trial type.
   *
   * @throws TrainingException where there is none
   */
  RgbImage ofType(String type) {
    return byType.computeIfAbsent(
        type, name -> folder.pngOfType(name).map(this::read).orElseGet(() -> typical(name)));
  }

  private RgbImage typical(String type) {
    return Category.of(type)
        .map(category -> Drawings.typical(category, pixels))
        .orElseThrow(
            () ->
                new TrainingException(
                    "trial type '%s' has no picture: put %s into %s, or name the pictures shown in"
                            .formatted(type, type + ".png", folder.folder())
                        + " the events' column stim_file"));
  }

  /** The largest square from the middle of a picture. */
  private RgbImage read(byte[] png) {
    try {
      BufferedImage shown = requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
      int edge = Math.min(shown.getWidth(), shown.getHeight());
      Image square =
          shown
              .getSubimage(
                  (shown.getWidth() - edge) / 2, (shown.getHeight() - edge) / 2, edge, edge)
              .getScaledInstance(pixels, pixels, Image.SCALE_AREA_AVERAGING);
      BufferedImage scaled = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = scaled.createGraphics();
      g.drawImage(square, 0, 0, null);
      g.dispose();
      return RgbImage.of(scaled);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture that was written in memory cannot be read", e);
    }
  }
}
