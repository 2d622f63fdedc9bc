package io.mindstream.bridge.simulation;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each {@link Region} sees of a stimulus. Everything is measured on the picture at 64 x 64
 * pixels, whatever size is shown; VT and IPS know the stimulus itself.
 */
final class FeatureBank {

  private static final int PIXELS = 64;
  private static final int FINE_GRID = 8;
  private static final int COLOUR_GRID = 6;
  private static final int HUES = 8;

  private final GaborBank fine = new GaborBank(6, FINE_GRID);
  private final GaborBank coarse = new GaborBank(12, FINE_GRID);

  Map<Region, FeatureMap> features(Stimulus stimulus) {
    int[] rgb = pixels(stimulus.draw(PIXELS));
    float[] luminance = luminance(rgb);
    Map<Region, FeatureMap> features = new EnumMap<>(Region.class);
    features.put(Region.V1, fine.energy(luminance, PIXELS));
    features.put(Region.V2, coarse.energy(luminance, PIXELS));
    features.put(Region.V4, colours(rgb));
    features.put(Region.LO, figure(pixels(stimulus.drawFigure(PIXELS))));
    features.put(Region.VT, categoryAndHue(stimulus));
    features.put(Region.IPS, placement(stimulus.parameters()));
    return features;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, PIXELS, PIXELS, null, 0, PIXELS);
  }

  private static float[] luminance(int[] rgb) {
    float[] values = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      values[i] = (0.299f * red(rgb[i]) + 0.587f * green(rgb[i]) + 0.114f * blue(rgb[i])) / 255;
    }
    return values;
  }

  /** Opponent colours, mean of each cell. */
  private static FeatureMap colours(int[] rgb) {
    int cells = COLOUR_GRID * COLOUR_GRID;
    float[] sums = new float[3 * cells];
    int[] counts = new int[cells];
    for (int i = 0; i < rgb.length; i++) {
      int cell = cell(i, COLOUR_GRID);
      int r = red(rgb[i]);
      int g = green(rgb[i]);
      int b = blue(rgb[i]);
      sums[cell] += r + g + b;
      sums[cells + cell] += r - g;
      sums[2 * cells + cell] += b - (r + g) / 2f;
      counts[cell]++;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= 255f * counts[i % cells];
    }
    return new FeatureMap(COLOUR_GRID, 3, sums);
  }

  /** Share of each cell that the figure covers. */
  private static FeatureMap figure(int[] argb) {
    float[] covered = new float[FINE_GRID * FINE_GRID];
    float cellPixels = (float) PIXELS * PIXELS / covered.length;
    for (int i = 0; i < argb.length; i++) {
      covered[cell(i, FINE_GRID)] += (argb[i] >>> 24) / 255f / cellPixels;
    }
    return new FeatureMap(FINE_GRID, 1, covered);
  }

  /** One unit a category, then broadly tuned units round the hue circle. */
  private static FeatureMap categoryAndHue(Stimulus stimulus) {
    List<Category> all = List.of(Category.values());
    int categories = all.size();
    float[] units = new float[categories + HUES];
    units[all.indexOf(stimulus.category())] = 1;
    double hue = stimulus.parameters().hue();
    for (int unit = 0; unit < HUES; unit++) {
      double distance = 2 * Math.PI * (hue - (double) unit / HUES);
      units[categories + unit] = (float) Math.exp(2 * (Math.cos(distance) - 1));
    }
    return new FeatureMap(1, units.length, units);
  }

  private static FeatureMap placement(StimulusParameters look) {
    float[] units = {
      (float) look.x(),
      (float) look.y(),
      (float) look.scale(),
      (float) Math.sin(look.rotation()),
      (float) look.shear(),
      look.mirrored() ? 0.2f : -0.2f
    };
    return new FeatureMap(1, units.length, units);
  }

  private static int cell(int pixel, int grid) {
    return pixel / PIXELS * grid / PIXELS * grid + pixel % PIXELS * grid / PIXELS;
  }

  private static int red(int rgb) {
    return rgb >> 16 & 0xff;
  }

  private static int green(int rgb) {
    return rgb >> 8 & 0xff;
  }

  private static int blue(int rgb) {
    return rgb & 0xff;
  }
}
