package io.mindstream.bridge.simulation;

import java.awt.Color;
import java.util.Random;

/**
 * The colours of one stimulus.
 *
 * @param main the figure's own colour, the one to decode
 * @param textureSeed for patterns inside the figure
 */
record Palette(Color main, long textureSeed) {

  private static final Color INK = new Color(38, 34, 48);
  private static final Color PAPER = new Color(252, 250, 244);
  private static final Color WOOD = new Color(122, 84, 54);
  private static final Color GLASS = new Color(206, 230, 244);
  private static final Color METAL = new Color(196, 202, 212);
  private static final Color GLOW = new Color(255, 226, 130);
  private static final Color BLUSH = new Color(240, 128, 136);

  Color ink() {
    return INK;
  }

  Color paper() {
    return PAPER;
  }

  Color wood() {
    return WOOD;
  }

  Color glass() {
    return GLASS;
  }

  Color metal() {
    return METAL;
  }

  Color glow() {
    return GLOW;
  }

  Color blush() {
    return BLUSH;
  }

  Color dark() {
    return mix(main, INK, 0.42);
  }

  Color light() {
    return mix(main, Color.WHITE, 0.45);
  }

  Random texture() {
    return Seeds.random(textureSeed);
  }

  /** A share of the second colour in the first. */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        blend(a.getRed(), b.getRed(), share),
        blend(a.getGreen(), b.getGreen(), share),
        blend(a.getBlue(), b.getBlue(), share));
  }

  private static int blend(int a, int b, double share) {
    return (int) Math.round(a + share * (b - a));
  }
}
