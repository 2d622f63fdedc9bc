package io.mindstream.decoder.evaluation;

import io.mindstream.decoder.inference.RgbImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Trials side by side on one picture: what was shown by name, the target, the decoded samples. */
public final class ContactSheet {

  private static final int CELL = 96;
  private static final int GAP = 6;
  private static final int TEXT = 18;
  private static final int COLUMNS = 4;

  private ContactSheet() {}

  /**
   * Writes a sheet as PNG.
   *
   * @param trials in reading order
   * @param samples how many of each trial's samples are shown
   */
  public static void write(Path file, List<EvaluatedTrial> trials, int samples) {
    int width = (1 + samples) * (CELL + GAP) + 2 * GAP;
    int height = CELL + TEXT + 2 * GAP;
    int rows = (trials.size() + COLUMNS - 1) / COLUMNS;
    int head = TEXT + 2 * GAP;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * width, head + rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Color.BLACK);
    g.drawString("Each trial: what was shown on the left, decoded on the right", GAP, TEXT);
    for (int i = 0; i < trials.size(); i++) {
      int x = i % COLUMNS * width + GAP;
      draw(g, trials.get(i), samples, x, head + i / COLUMNS * height + GAP);
    }
    g.dispose();
    write(file, sheet);
  }

  private static void draw(Graphics2D g, EvaluatedTrial trial, int samples, int x, int y) {
    g.setColor(Color.BLACK);
    g.drawString(trial.name(), x, y + TEXT - 6);
    trial.target().ifPresent(target -> draw(g, target, x, y + TEXT));
    for (int s = 0; s < Math.min(samples, trial.samples().size()); s++) {
      draw(g, trial.samples().get(s), x + (s + 1) * (CELL + GAP), y + TEXT);
    }
  }

  private static void draw(Graphics2D g, RgbImage picture, int x, int y) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
      g.drawImage(image, x, y, CELL, CELL, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, BufferedImage sheet) {
    try {
      ImageIO.write(sheet, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("the contact sheet cannot be written to " + file, e);
    }
  }
}
