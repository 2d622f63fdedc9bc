package io.mindstream.decoder.inference;

import io.mindstream.decoder.bundle.BundleDescription;

/** Decodes trials with one model on one device. Not thread-safe: one thread a decoder. */
public interface TrialDecoder extends AutoCloseable {

  /** The model that decodes. */
  BundleDescription model();

  /** The device it runs on: {@code cpu} or {@code gpu:N}. */
  String device();

  /**
   * Decodes one trial. The same arguments give the same images on the same type of device.
   *
   * @param roiVoxels (V0): raw ROI values of the trial; padded and normalised inside, as the bundle
   *     says; not kept
   * @param seeds one for each sample wanted
   * @param settings sampler and steps
   * @param listener hears of each step
   * @throws io.mindstream.schemas.failure.PipelineException VOXEL_COUNT_MISMATCH where V0 is not
   *     the model's, NOT_FINITE where voxels or images hold NaN or infinity
   */
  DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, DenoisingListener listener);

  @Override
  void close();
}
