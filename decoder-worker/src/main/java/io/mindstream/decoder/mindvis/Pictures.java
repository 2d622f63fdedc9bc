package io.mindstream.decoder.mindvis;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.imaging.picture.RgbImage;
import java.util.ArrayList;
import java.util.List;

/** Turns what the latent decoder gives into bytes. */
final class Pictures {

  private Pictures() {}

  /**
   * Maps -1 to 1 onto 0 to 255, clamped, by truncation: floor(255 clamp((y + 1) / 2, 0, 1)).
   *
   * @param pictures (B, 3, H, W)
   * @return B images
   */
  static List<RgbImage> of(FloatArray pictures) {
    int height = Math.toIntExact(pictures.shape()[2]);
    int width = Math.toIntExact(pictures.shape()[3]);
    List<RgbImage> images = new ArrayList<>();
    for (int b = 0; b < pictures.shape()[0]; b++) {
      images.add(new RgbImage(width, height, interleaved(pictures.values(), b, width * height)));
    }
    return images;
  }

  private static byte[] interleaved(float[] values, int picture, int pixels) {
    byte[] rgb = new byte[3 * pixels];
    for (int channel = 0; channel < 3; channel++) {
      int from = (3 * picture + channel) * pixels;
      for (int pixel = 0; pixel < pixels; pixel++) {
        rgb[3 * pixel + channel] = level(values[from + pixel]);
      }
    }
    return rgb;
  }

  private static byte level(float value) {
    float clamped = Math.min(Math.max((value + 1) / 2, 0), 1);
    return (byte) (int) (255 * clamped);
  }
}
