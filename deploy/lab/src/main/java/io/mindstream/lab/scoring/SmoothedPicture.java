package io.mindstream.lab.scoring;

import io.mindstream.imaging.picture.RgbImage;

/**
 * A picture's levels, 0 to 1, averaged down to 64 x 64 pixels and smoothed, so that outlines count
 * and the grain of a decoded picture does not.
 */
final class SmoothedPicture {

  /** Edge length in pixels. */
  static final int SIZE = 64;

  /** Each adds a variance of 0.5 pixels squared. */
  private static final int PASSES = 4;

  private double[][] levels = new double[3][SIZE * SIZE];

  SmoothedPicture(RgbImage image) {
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < SIZE * SIZE; i++) {
        levels[channel][i] = average(image, i / SIZE, i % SIZE, channel);
      }
    }
    for (int pass = 0; pass < PASSES; pass++) {
      levels = new double[][] {smoothed(levels[0]), smoothed(levels[1]), smoothed(levels[2])};
    }
  }

  double level(int row, int column, int channel) {
    return levels[channel][row * SIZE + column];
  }

  private static double average(RgbImage image, int row, int column, int channel) {
    int top = row * image.height() / SIZE;
    int left = column * image.width() / SIZE;
    int bottom = Math.max(top + 1, (row + 1) * image.height() / SIZE);
    int right = Math.max(left + 1, (column + 1) * image.width() / SIZE);
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += (image.rgb()[3 * (y * image.width() + x) + channel] & 0xff) / 255.0;
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  /** One pass of the weights 1 2 1, along rows and columns; edges repeat. */
  private static double[] smoothed(double[] plane) {
    double[] along = new double[plane.length];
    for (int i = 0; i < plane.length; i++) {
      int column = i % SIZE;
      int before = column == 0 ? i : i - 1;
      int after = column == SIZE - 1 ? i : i + 1;
      along[i] = (plane[before] + 2 * plane[i] + plane[after]) / 4;
    }
    double[] both = new double[plane.length];
    for (int i = 0; i < plane.length; i++) {
      int above = Math.max(i - SIZE, i % SIZE);
      int below = i + SIZE < plane.length ? i + SIZE : i;
      both[i] = (along[above] + 2 * along[i] + along[below]) / 4;
    }
    return both;
  }
}
