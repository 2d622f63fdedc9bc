package io.mindstream.decoder.bundle;

/** Follows the writing of a bundle, on the thread that writes. */
@FunctionalInterface
public interface WriteListener {

  /** Hears nothing. */
  WriteListener NONE = (written, total) -> {};

  /**
   * Is called after each tensor.
   *
   * @param written bytes of tensors written so far
   * @param total bytes of all tensors
   */
  void wrote(long written, long total);
}
