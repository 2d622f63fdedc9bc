package io.mindstream.preprocess.signal;

/** What is assumed of the noise of neighbouring volumes. */
public enum NoiseModel {
  /** Independent: least squares. */
  WHITE,
  /** First-order autoregressive, its coefficient a voxel's own: generalised least squares. */
  AR1
}
