package io.mindstream.decoder.decoding;

import io.mindstream.imaging.picture.RgbImage;
import java.util.List;

/**
 * The images of one trial, how they were made, and where the time went.
 *
 * @param images one a seed, in the seeds' order
 * @param method what was done
 * @param encodeMillis from voxels to what the model makes of them, in milliseconds
 * @param sampleMillis search for the images, such as denoising, in milliseconds
 * @param decodeMillis from what was found to bytes, in milliseconds
 */
public record DecodedTrial(
    List<RgbImage> images,
    Method method,
    double encodeMillis,
    double sampleMillis,
    double decodeMillis) {

  /**
   * What a decoder did; it may not be what the settings asked for.
   *
   * @param sampler its name, for people and records
   * @param steps how many it took, at least 1
   * @param guidance scale of classifier-free guidance; 1 for none
   */
  public record Method(String sampler, int steps, double guidance) {}

  /** Copies the list. */
  public DecodedTrial {
    images = List.copyOf(images);
  }
}
