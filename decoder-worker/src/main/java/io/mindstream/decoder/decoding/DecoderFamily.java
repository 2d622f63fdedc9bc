package io.mindstream.decoder.decoding;

import java.nio.file.Path;

/**
 * A kind of model, named by the field {@code family} of {@code bundle.json}. Another one is a
 * package with an implementation that has a public constructor without parameters, and a line with
 * its name in {@code META-INF/services/io.mindstream.decoder.decoding.DecoderFamily}.
 */
public interface DecoderFamily {

  /** As bundles spell it, such as {@code mind-vis}. */
  String name();

  /**
   * Loads a model, ready to decode at full speed. A load that takes long heeds an interrupt of its
   * thread where it can, and throws then: nobody waits for the model any more.
   *
   * @param bundle folder of a bundle of this family
   * @param device where to decode
   * @param network how its network, if it has one, is run
   * @return the caller closes it, and uses it on the thread that called this
   * @throws io.mindstream.decoder.bundle.BundleException where the bundle is not sound
   */
  TrialDecoder open(Path bundle, DeviceChoice device, NetworkSettings network);
}
