package io.mindstream.decoder.inference;

import java.util.List;

/**
 * The images of one trial, and where the time went.
 *
 * @param images one a seed, in the seeds' order
 * @param encodeMillis fMRI encoder and conditions, in milliseconds
 * @param sampleMillis denoising, in milliseconds
 * @param decodeMillis latent decoder and bytes, in milliseconds
 */
public record DecodedTrial(
    List<RgbImage> images, double encodeMillis, double sampleMillis, double decodeMillis) {

  /** Copies the list. */
  public DecodedTrial {
    images = List.copyOf(images);
  }
}
