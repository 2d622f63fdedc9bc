package io.mindstream.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.imaging.picture.RgbImage;
import java.util.List;

/** Pictures as arrays. */
final class PictureArrays {

  private PictureArrays() {}

  /** Pictures of one size as (B, 3, H, W), 0 to 255 mapped onto -1 to 1. */
  static NDArray of(NDManager scope, List<RgbImage> pictures) {
    RgbImage first = pictures.get(0);
    int pixels = first.width() * first.height();
    float[] values = new float[pictures.size() * 3 * pixels];
    for (int b = 0; b < pictures.size(); b++) {
      byte[] rgb = pictures.get(b).rgb();
      for (int i = 0; i < rgb.length; i++) {
        values[(b * 3 + i % 3) * pixels + i / 3] = (rgb[i] & 0xff) / 127.5f - 1;
      }
    }
    return scope.create(values, new Shape(pictures.size(), 3, first.height(), first.width()));
  }
}
