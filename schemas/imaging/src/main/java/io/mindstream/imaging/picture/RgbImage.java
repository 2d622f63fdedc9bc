package io.mindstream.imaging.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * An 8-bit colour picture.
 *
 * @param width pixels in a row
 * @param height rows, from the top
 * @param rgb (height, width, 3): interleaved red, green, blue; owned by this record, do not write
 */
@SuppressWarnings("ArrayRecordComponent") // equality is written out below
public record RgbImage(int width, int height, byte[] rgb) {

  static {
    ImageIO.setUseCache(false); // pictures need no disk, and so no room on one
  }

  /** Checks that the bytes fill the picture. */
  public RgbImage {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw new IllegalArgumentException(
          "%d bytes do not fill a picture of %d x %d".formatted(rgb.length, width, height));
    }
  }

  /**
   * Reads a picture file.
   *
   * @param file its bytes: PNG or JPEG, 8 bits a channel
   * @throws IllegalArgumentException where they are no picture
   */
  public static RgbImage read(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      if (image == null) {
        throw new IllegalArgumentException("the bytes are no picture");
      }
      return of(image);
    } catch (IOException e) {
      throw new IllegalArgumentException("the bytes are no whole picture: " + e.getMessage(), e);
    }
  }

  /** The 8-bit colours of a drawn picture. */
  public static RgbImage of(BufferedImage image) {
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    for (int pixel = 0; pixel < rgb.length / 3; pixel++) {
      int colour = image.getRGB(pixel % image.getWidth(), pixel / image.getWidth());
      rgb[3 * pixel] = (byte) (colour >> 16);
      rgb[3 * pixel + 1] = (byte) (colour >> 8);
      rgb[3 * pixel + 2] = (byte) colour;
    }
    return new RgbImage(image.getWidth(), image.getHeight(), rgb);
  }

  /** The picture in another size, bilinear. */
  public RgbImage scaledTo(int across, int down) {
    if (across == width && down == height) {
      return this;
    }
    BufferedImage scaled = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(buffered(), 0, 0, across, down, null);
    g.dispose();
    return of(scaled);
  }

  /** The picture for drawing. */
  BufferedImage buffered() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < width * height; pixel++) {
      image.setRGB(pixel % width, pixel / width, colour(3 * pixel));
    }
    return image;
  }

  /** The picture as a PNG file. */
  public byte[] png() {
    return png(buffered());
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private int colour(int at) {
    return ((rgb[at] & 0xff) << 16) | ((rgb[at + 1] & 0xff) << 8) | (rgb[at + 2] & 0xff);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RgbImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(rgb, image.rgb);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return "RgbImage[" + width + " x " + height + "]";
  }
}
