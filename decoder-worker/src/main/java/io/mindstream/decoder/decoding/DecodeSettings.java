package io.mindstream.decoder.decoding;

/**
 * How every trial is decoded.
 *
 * @param sampling sampler, steps and how often a preview is made
 * @param samples pictures a trial, each from its own noise
 */
public record DecodeSettings(SamplingSettings sampling, int samples) {

  /** Checks that a trial gets a picture. */
  public DecodeSettings {
    if (samples < 1) {
      throw new IllegalArgumentException("a trial needs at least one sample, got " + samples);
    }
  }
}
