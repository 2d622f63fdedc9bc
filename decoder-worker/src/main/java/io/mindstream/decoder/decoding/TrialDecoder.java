package io.mindstream.decoder.decoding;

import io.mindstream.decoder.bundle.ModelCard;

/**
 * Decodes trials with one model on one device: what a {@link DecoderFamily} brings. Not
 * thread-safe: one thread a decoder.
 */
public interface TrialDecoder extends AutoCloseable {

  /** The model that decodes. */
  ModelCard card();

  /** The device it runs on: {@code cpu} or {@code gpu:N}. */
  String device();

  /**
   * Checks settings before the first trial. A family that does not sample takes any.
   *
   * @throws IllegalArgumentException where this model cannot sample so, such as in more steps than
   *     its schedule has; the message names the setting, its value and the model's limit
   */
  default void requirePossible(SamplingSettings settings) {}

  /**
   * Decodes one trial. The same arguments give the same images on the same type of device.
   *
   * @param roiVoxels (V0): raw ROI values of the trial, in the ROI's order; not kept
   * @param seeds one for each sample wanted
   * @param settings how to sample, as far as the family samples
   * @param listener hears of each step; what it throws ends the decode and passes through
   * @throws io.mindstream.schemas.failure.PipelineException VOXEL_COUNT_MISMATCH where V0 is not
   *     the model's, NOT_FINITE where voxels or images hold NaN or infinity
   */
  DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, StepListener listener);

  @Override
  void close();
}
