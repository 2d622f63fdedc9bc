package io.mindstream.decoder.decoding;

/** Loads the model. It runs when the service starts, so that a service can be made without one. */
@FunctionalInterface
public interface DecoderFactory {

  /**
   * Loads the model onto a device. The caller closes what it gets and uses it on one thread.
   *
   * @throws io.mindstream.decoder.bundle.BundleException where there is no usable bundle; the
   *     message says how to get one
   */
  TrialDecoder open(DeviceChoice device);
}
