package io.mindstream.imaging.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Trials side by side on one picture: what was shown by name, the target, the decoded samples. */
public final class ContactSheet {

  private static final int CELL = 96;
  private static final int GAP = 8;
  private static final int TEXT = 18;
  private static final int HEAD = TEXT + GAP;
  private static final int FRAME = 3;

  /** About so many pictures stand side by side. */
  private static final int ACROSS = 12;

  private static final Color RIGHT = new Color(22, 163, 74);
  private static final Color WRONG = new Color(220, 38, 38);

  private final Graphics2D g;
  private final int samples;

  private ContactSheet(Graphics2D g, int samples) {
    this.g = g;
    this.samples = samples;
  }

  /**
   * One trial on the sheet.
   *
   * @param name what was shown, for people
   * @param target the very picture that was shown, where known
   * @param samples decoded pictures; may be none
   * @param verdict what they were taken for, where that was asked
   */
  public record Row(
      String name, Optional<RgbImage> target, List<RgbImage> samples, Optional<Verdict> verdict) {

    /** Copies the samples. */
    public Row {
      samples = List.copyOf(samples);
    }
  }

  /**
   * Draws a sheet.
   *
   * @param title the line on top
   * @param trials in reading order
   * @param samples how many of each trial's samples are shown
   * @return a PNG
   */
  public static byte[] png(String title, List<Row> trials, int samples) {
    int columns = Math.max(1, ACROSS / (1 + samples));
    int width = (1 + samples) * (CELL + GAP) + 2 * GAP;
    int height = CELL + TEXT + 2 * GAP;
    int rows = (trials.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * width, HEAD + rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = onWhite(sheet);
    g.drawString(title, GAP, TEXT);
    ContactSheet on = new ContactSheet(g, samples);
    for (int i = 0; i < trials.size(); i++) {
      on.draw(trials.get(i), i % columns * width + GAP, HEAD + i / columns * height + GAP);
    }
    g.dispose();
    return RgbImage.png(sheet);
  }

  private static Graphics2D onWhite(BufferedImage sheet) {
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(FRAME));
    return g;
  }

  private void draw(Row trial, int x, int y) {
    write(trial.name(), Color.BLACK, x, y);
    trial.target().ifPresent(target -> draw(target, x, y + TEXT));
    int first = x + CELL + GAP;
    int shown = Math.min(samples, trial.samples().size());
    for (int s = 0; s < shown; s++) {
      draw(trial.samples().get(s), first + s * (CELL + GAP), y + TEXT);
    }
    int text = Math.max(first, x + g.getFontMetrics().stringWidth(trial.name()) + GAP);
    trial.verdict().ifPresent(found -> mark(found, text, first, y, shown * (CELL + GAP) - GAP));
  }

  private void mark(Verdict verdict, int text, int x, int y, int width) {
    Color colour = verdict.right() ? RIGHT : WRONG;
    write(verdict.identified(), colour, text, y);
    g.drawRect(x - FRAME / 2 - 1, y + TEXT - FRAME / 2 - 1, width + FRAME - 1, CELL + FRAME - 1);
  }

  private void write(String text, Color colour, int x, int y) {
    g.setColor(colour);
    g.drawString(text, x, y + TEXT - 6);
  }

  private void draw(RgbImage picture, int x, int y) {
    g.drawImage(picture.buffered(), x, y, CELL, CELL, null);
  }
}
