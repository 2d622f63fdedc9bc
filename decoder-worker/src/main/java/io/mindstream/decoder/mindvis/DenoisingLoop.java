package io.mindstream.decoder.mindvis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.diffusion.SamplerStep;
import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import io.mindstream.decoder.diffusion.SamplerStep.Correction;
import io.mindstream.imaging.picture.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies a sampler's numbers to tensors. Latents are (B, Z, h, w): B samples, Z latent channels, h
 * x w pixels.
 */
final class DenoisingLoop {

  /** A noise estimate. */
  @FunctionalInterface
  interface NoiseEstimate {

    /** x (B, Z, h, w) at timestep t to eps (B, Z, h, w), with x's manager. */
    NDArray eps(NDArray x, int t);
  }

  /** What the images look like when a step is done. */
  @FunctionalInterface
  interface Preview {

    /** x (B, Z, h, w) that the step at timestep t began with, and its eps, to B images. */
    List<RgbImage> images(NDArray x, NDArray eps, int t);
  }

  private final NoiseEstimate denoiser;
  private final List<SamplerStep> plan;
  private final Preview preview;
  private final StepListener listener;

  /**
   * A loop over a sampler's steps.
   *
   * @param preview made only where the listener asks for it
   */
  DenoisingLoop(
      NoiseEstimate denoiser, List<SamplerStep> plan, Preview preview, StepListener listener) {
    this.denoiser = denoiser;
    this.plan = plan;
    this.preview = preview;
    this.listener = listener;
  }

  /**
   * Runs all steps.
   *
   * @param scope owns the result and what is remembered between steps
   * @param noise x_T (B, Z, h, w), not changed
   * @return the last latent (B, Z, h, w)
   */
  NDArray run(NDManager scope, NDArray noise) {
    NDArray x = noise;
    List<NDArray> history = new ArrayList<>();
    for (int done = 0; done < plan.size(); done++) {
      try (NDManager step = scope.newSubManager()) {
        NDArray next = step(step, x, plan.get(done), history, done + 1);
        next.attach(scope);
        release(x, noise);
        x = next;
      }
    }
    return x;
  }

  private NDArray step(
      NDManager scope, NDArray x, SamplerStep step, List<NDArray> history, int done) {
    NDArray in = x.duplicate();
    in.attach(scope);
    NDArray eps = denoiser.eps(in, step.timestep());
    remember(history, combine(in, eps, step.estimate()), step.history().size(), x.getManager());
    NDArray next = in.mul(step.sample());
    for (int i = 0; i < step.history().size(); i++) {
      next.addi(history.get(i).mul(step.history().get(i)));
    }
    Correction again = step.correction();
    NDArray result = again == null ? next : corrected(in, next, history.get(0), again);
    listener.step(done, plan.size(), () -> preview.images(in, eps, step.timestep()));
    return result;
  }

  private NDArray corrected(NDArray x, NDArray next, NDArray first, Correction again) {
    NDArray second = denoiser.eps(next, again.timestep());
    return x.mul(again.sample()).addi(first.mul(again.first())).addi(second.mul(again.second()));
  }

  /** Newest first; what no later step of this order can need is freed. */
  private static void remember(
      List<NDArray> history, NDArray estimate, int needed, NDManager owner) {
    estimate.attach(owner);
    history.add(0, estimate);
    while (history.size() > needed + 1) {
      history.remove(history.size() - 1).close();
    }
  }

  /** weight x + weight e. */
  static NDArray combine(NDArray x, NDArray eps, Combination weights) {
    return x.mul(weights.sample()).addi(eps.mul(weights.noise()));
  }

  private static void release(NDArray x, NDArray noise) {
    if (x != noise) {
      x.close();
    }
  }
}
