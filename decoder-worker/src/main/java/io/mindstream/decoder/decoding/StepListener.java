package io.mindstream.decoder.decoding;

import io.mindstream.imaging.picture.RgbImage;
import java.util.List;
import java.util.function.Supplier;

/** Hears of every step of a decode, such as a denoising step, on the thread that decodes. */
@FunctionalInterface
public interface StepListener {

  /** Hears nothing. */
  StepListener NONE = (done, steps, preview) -> {};

  /**
   * Is called after each step.
   *
   * @param done steps done so far, from 1
   * @param steps steps in all
   * @param preview what the images look like by now, one a sample; costs about as much as a step,
   *     so it runs only when asked, and only inside this call
   */
  void step(int done, int steps, Supplier<List<RgbImage>> preview);
}
