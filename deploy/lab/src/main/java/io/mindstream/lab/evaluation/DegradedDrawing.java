package io.mindstream.lab.evaluation;

import io.mindstream.imaging.picture.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.SplittableRandom;

/**
 * A drawing as a decoder might give it: soft, grainy, blotched. Teaches the classifier of drawings
 * to look at what is shown and not at how clean it is.
 */
final class DegradedDrawing {

  private static final int MOST_PASSES = 16;
  private static final int BLOTCH = 8;
  private static final double BLOTCH_LEVELS = 25;
  private static final double GRAIN_LEVELS = 4;
  private static final ConvolveOp SOFTEN =
      new ConvolveOp(
          new Kernel(
              3,
              3,
              new float[] {
                1 / 16f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 4f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 16f
              }),
          ConvolveOp.EDGE_NO_OP,
          null);

  private DegradedDrawing() {}

  /** Every other drawing gets blotches, every one is softened and gets grain; a new picture. */
  static RgbImage of(BufferedImage drawing, SplittableRandom random) {
    BufferedImage picture = drawing;
    if (random.nextBoolean()) {
      picture = noisy(picture, BLOTCH, BLOTCH_LEVELS, random);
    }
    for (int pass = random.nextInt(MOST_PASSES); pass >= 0; pass--) {
      picture = SOFTEN.filter(picture, null);
    }
    return RgbImage.of(noisy(picture, 1, GRAIN_LEVELS, random));
  }

  /** With normal noise that is the same in squares of {@code square} pixels. */
  private static BufferedImage noisy(
      BufferedImage picture, int square, double levels, SplittableRandom random) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage noisy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int top = 0; top < height; top += square) {
      for (int left = 0; left < width; left += square) {
        double[] shift = {
          levels * random.nextGaussian(),
          levels * random.nextGaussian(),
          levels * random.nextGaussian()
        };
        for (int y = top; y < Math.min(top + square, height); y++) {
          for (int x = left; x < Math.min(left + square, width); x++) {
            noisy.setRGB(x, y, shifted(picture.getRGB(x, y), shift));
          }
        }
      }
    }
    return noisy;
  }

  private static int shifted(int rgb, double[] shift) {
    int shifted = 0;
    for (int channel = 0; channel < 3; channel++) {
      int bits = 16 - 8 * channel;
      long level = Math.round((rgb >> bits & 0xff) + shift[channel]);
      shifted |= (int) Math.min(Math.max(level, 0), 255) << bits;
    }
    return shifted;
  }
}
