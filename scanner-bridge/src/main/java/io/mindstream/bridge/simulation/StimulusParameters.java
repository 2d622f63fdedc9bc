package io.mindstream.bridge.simulation;

import java.awt.Color;
import java.util.Random;

/**
 * How a stimulus looks.
 *
 * @param hue the figure's hue, 0 to 1 round the colour circle
 * @param color the figure's colour
 * @param background the ground's colour
 * @param ground how the ground is painted
 * @param scale the figure's half width as a share of the picture's half width
 * @param x the figure's centre, -1 left to 1 right
 * @param y the figure's centre, -1 top to 1 bottom
 * @param rotation radians, clockwise
 * @param shear horizontal shift per unit of height
 * @param mirrored left and right swapped
 */
public record StimulusParameters(
    double hue,
    Color color,
    Color background,
    Ground ground,
    double scale,
    double x,
    double y,
    double rotation,
    double shear,
    boolean mirrored) {

  /** What lies behind the figure. */
  public enum Ground {
    /** One colour. */
    PLAIN,
    /** From the colour to a lighter one, top to bottom. */
    GRADIENT,
    /** A darker floor below the middle. */
    FLOOR
  }

  private static final double DARK_GROUNDS = 0.25;

  static StimulusParameters draw(Random random) {
    double hue = random.nextDouble();
    Color color = hsb(hue, between(random, 0.62, 0.9), between(random, 0.72, 0.95));
    double groundHue = hue + between(random, 0.3, 0.7);
    boolean dark = random.nextDouble() < DARK_GROUNDS;
    Color background =
        dark
            ? hsb(groundHue, between(random, 0.3, 0.5), between(random, 0.22, 0.34))
            : hsb(groundHue, between(random, 0.1, 0.32), between(random, 0.82, 0.97));
    Ground ground = Ground.values()[random.nextInt(Ground.values().length)];
    double scale = between(random, 0.52, 0.82);
    double room = 0.9 - scale;
    return new StimulusParameters(
        hue,
        color,
        background,
        ground,
        scale,
        between(random, -room, room),
        between(random, -room, room),
        Math.toRadians(between(random, -18, 18)),
        between(random, -0.15, 0.15),
        random.nextBoolean());
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private static Color hsb(double hue, double saturation, double brightness) {
    return Color.getHSBColor((float) hue, (float) saturation, (float) brightness);
  }
}
