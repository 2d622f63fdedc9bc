package io.mindstream.decoder.inference;

import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;

/** Decodes trials with a bundle's network, run by DJL. */
public final class BrainDecoder implements TrialDecoder {

  private final BundleDescription model;

  private BrainDecoder(BundleDescription model) {
    this.model = model;
  }

  /**
   * Loads a model. Takes seconds; the archive that the network is loaded from is cached.
   *
   * @param bundle the model; may be closed afterwards
   * @param device where to run
   * @param precision of the arithmetic
   */
  public static BrainDecoder load(ModelBundle bundle, DeviceChoice device, Precision precision) {
    return new BrainDecoder(bundle.description());
  }

  @Override
  public BundleDescription model() {
    return model;
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, DenoisingListener listener) {
    throw new UnsupportedOperationException("still being written");
  }

  @Override
  public void close() {}
}
