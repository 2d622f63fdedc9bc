package io.mindstream.imaging.bids;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that were shown, in a data set's folder {@code stimuli}.
 *
 * @param folder where they lie
 */
public record StimulusPictures(Path folder) {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /** Most bytes of a picture in an event. */
  public static final int MAX_BYTES = 256 * 1024;

  /**
   * The picture of an event as PNG, made smaller until it has at most {@link #MAX_BYTES}.
   *
   * @param stimFile as in stim_file: relative to the folder, or in another usual form
   * @return empty where the folder has no such file
   * @throws BidsException where the file is no picture
   */
  public Optional<byte[]> png(String stimFile) {
    return files().find(stimFile).map(StimulusPictures::read);
  }

  /**
   * What a person should know of the names in stim_file: those that are not written as BIDS has
   * them, and those that lead nowhere.
   *
   * @return one remark a name, each once, in order
   */
  public List<String> remarks(List<EventRow> events) {
    return events.stream()
        .flatMap(event -> event.stimFile().stream())
        .distinct()
        .flatMap(name -> files().remark(name).stream())
        .toList();
  }

  private StimulusFiles files() {
    return new StimulusFiles(folder.toAbsolutePath().normalize());
  }

  private static byte[] read(Path file) {
    try {
      @Nullable BufferedImage picture = ImageIO.read(file.toFile());
      if (picture == null) {
        throw new BidsException(file, "is not a picture that can be read; use PNG or JPEG");
      }
      return encode(picture);
    } catch (IOException e) {
      throw new BidsException(
          file, "is not a picture that can be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The picture that stands for a trial type: TYPE.png, TYPE.jpg or TYPE.jpeg.
   *
   * @return empty where the folder has no such file
   * @throws BidsException where the file is no picture
   */
  public Optional<byte[]> pngOfType(String trialType) {
    return ENDINGS.stream()
        .map(ending -> png(trialType + ending))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** PNG of at most {@link #MAX_BYTES}; each try has half the edge length of the one before. */
  static byte[] encode(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.size() <= MAX_BYTES ? out.toByteArray() : encode(half(picture));
  }

  private static BufferedImage half(BufferedImage picture) {
    int width = Math.max(1, picture.getWidth() / 2);
    int height = Math.max(1, picture.getHeight() / 2);
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smaller.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return smaller;
  }
}
