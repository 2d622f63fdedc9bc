package io.mindstream.decoder.inference;

import java.util.List;
import java.util.function.Supplier;

/** Hears of every denoising step, on the thread that decodes. */
@FunctionalInterface
public interface DenoisingListener {

  /** Hears nothing. */
  DenoisingListener NONE = (done, steps, preview) -> {};

  /**
   * Is called after each step.
   *
   * @param done steps done so far, from 1
   * @param steps steps in all
   * @param preview decodes what the network holds the images to be by now, one a sample; costs
   *     about as much as a step, so it runs only when asked, and only inside this call
   */
  void step(int done, int steps, Supplier<List<RgbImage>> preview);
}
