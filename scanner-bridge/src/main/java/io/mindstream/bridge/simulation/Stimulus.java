package io.mindstream.bridge.simulation;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A picture that the simulated subject views. Category and seed say all: anyone can draw it again,
 * at any size.
 *
 * @param category what it shows
 * @param seed 0 to 999999; decides colour, pose, size, place and ground
 */
public record Stimulus(Category category, int seed) {

  static {
    ImageIO.setUseCache(false); // pictures need no disk, and so no room on one
  }

  /** One more than the largest seed. */
  public static final int SEEDS = 1_000_000;

  /** Seeds from here on are shown by the scanner; those below are left to training. */
  public static final int FIRST_SCANNER_SEED = 500_000;

  private static final Pattern ID = Pattern.compile("([a-z]+)-(\\d{6})");

  /** Checks the seed. */
  public Stimulus {
    if (seed < 0 || seed >= SEEDS) {
      throw new IllegalArgumentException("a stimulus seed is 0 to 999999, got " + seed);
    }
  }

  /**
   * Reads an id such as {@code face-000123}.
   *
   * @throws IllegalArgumentException where the text is no id
   */
  public static Stimulus parse(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + id + "' is not a stimulus like face-000123");
    }
    Category category =
        Category.of(matcher.group(1))
            .orElseThrow(
                () -> new IllegalArgumentException("no category '" + matcher.group(1) + "'"));
    return new Stimulus(category, Integer.parseInt(matcher.group(2)));
  }

  /** Category and seed, for example {@code face-000123}. */
  public String id() {
    return String.format(Locale.ROOT, "%s-%06d", category.label(), seed);
  }

  /** How it looks. */
  public StimulusParameters parameters() {
    return StimulusParameters.draw(Seeds.random(category.label().hashCode(), seed));
  }

  /** The picture, pixels x pixels, RGB. */
  public BufferedImage draw(int pixels) {
    BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(picture);
    StimulusParameters look = parameters();
    paintGround(g, look, pixels);
    paintFigure(g, look, pixels);
    g.dispose();
    return picture;
  }

  /** The figure alone on a transparent ground, pixels x pixels, ARGB. */
  public BufferedImage drawFigure(int pixels) {
    BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(picture);
    paintFigure(g, parameters(), pixels);
    g.dispose();
    return picture;
  }

  /** The picture as PNG. */
  public byte[] png(int pixels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(draw(pixels), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Graphics2D graphics(BufferedImage picture) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  private static void paintGround(Graphics2D g, StimulusParameters look, int pixels) {
    g.setColor(look.background());
    g.fillRect(0, 0, pixels, pixels);
    switch (look.ground()) {
      case PLAIN -> {}
      case GRADIENT -> {
        var light = Palette.mix(look.background(), Color.WHITE, 0.5);
        g.setPaint(new GradientPaint(0, 0, look.background(), 0, pixels, light));
        g.fillRect(0, 0, pixels, pixels);
      }
      case FLOOR -> {
        g.setColor(Palette.mix(look.background(), Color.BLACK, 0.16));
        g.fillRect(0, (int) Math.round(pixels * 0.68), pixels, pixels);
      }
    }
  }

  private void paintFigure(Graphics2D g, StimulusParameters look, int pixels) {
    double half = pixels / 2.0;
    g.translate(half * (1 + look.x()), half * (1 + look.y()));
    g.rotate(look.rotation());
    g.shear(look.shear(), 0);
    g.scale(half * look.scale() * (look.mirrored() ? -1 : 1), half * look.scale());
    category.draw(new Pen(g, new Palette(look.color(), seed)));
  }
}
