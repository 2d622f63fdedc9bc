package io.mindstream.decoder.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.inference.RgbImage;
import io.mindstream.decoder.model.Architecture;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The inputs of each stage's steps, drawn from a data set. Letters as in the archive. */
final class StageBatches {

  /** Largest standard deviation of the noise on latents, whose own is 1. */
  private static final double LATENT_NOISE = 0.3;

  private final Architecture architecture;
  private final TrainingPreset preset;
  private final FmriVectors fmri;

  StageBatches(Architecture architecture, TrainingPreset preset, FmriVectors fmri) {
    this.architecture = architecture;
    this.preset = preset;
    this.fmri = fmri;
  }

  /** fmri (B, 1, V), visible patches (B, K). */
  BatchSource masked(int batch) {
    int tokens = architecture.encoder().tokens();
    int visible = Math.max(1, (int) Math.round(tokens * (1 - TrainingPreset.MASK_RATIO)));
    return (scope, random) -> {
      long[] indices = new long[batch * visible];
      for (int b = 0; b < batch; b++) {
        System.arraycopy(shuffled(tokens, random), 0, indices, b * visible, visible);
      }
      return new NDList(
          fmri(scope, choose(batch, random), random),
          scope.create(indices, new Shape(batch, visible)));
    };
  }

  /**
   * Pictures (B, 3, H, W), latents with noise (B, Z, h, w): of some trials none, of others up to
   * {@link #LATENT_NOISE}, for a diffusion's latents are never quite those of a picture.
   */
  BatchSource pictures(int batch, Latents latents, List<RgbImage> pictures) {
    return (scope, random) -> {
      int[] trials = choose(batch, random);
      NDArray latent = latents.of(scope, trials);
      NDArray noise = scope.create(gaussian((int) latent.size(), random), latent.getShape());
      float[] spread = new float[batch];
      for (int b = 0; b < batch; b++) {
        spread[b] = (float) (LATENT_NOISE * random.nextDouble());
      }
      noise.muli(scope.create(spread, new Shape(batch, 1, 1, 1)));
      List<RgbImage> shown = Arrays.stream(trials).mapToObj(pictures::get).toList();
      return new NDList(PictureArrays.of(scope, shown), latent.addi(noise));
    };
  }

  /** fmri (B, 1, V), latent (B, Z, h, w), categories (B) of the trials' {@code labels}. */
  BatchSource condition(int batch, Latents latents, long[] labels) {
    return (scope, random) -> {
      int[] trials = choose(batch, random);
      long[] categories = Arrays.stream(trials).mapToLong(trial -> labels[trial]).toArray();
      return new NDList(
          fmri(scope, trials, random), latents.of(scope, trials), scope.create(categories));
    };
  }

  /** fmri, latent, noise, t, factors of latent and noise. */
  BatchSource diffusion(int batch, Latents latents, NoiseSchedule schedule) {
    return (scope, random) -> {
      int[] trials = choose(batch, random);
      NDArray latent = latents.of(scope, trials);
      long[] t = new long[batch];
      float[] signal = new float[batch];
      float[] spread = new float[batch];
      for (int b = 0; b < batch; b++) {
        t[b] = timestep(schedule.timesteps(), random);
        signal[b] = (float) schedule.signal((int) t[b]);
        spread[b] = (float) schedule.noise((int) t[b]);
      }
      Shape factors = new Shape(batch, 1, 1, 1);
      return new NDList(
          sometimesBlank(scope, trials, random),
          latent,
          scope.create(gaussian((int) latent.size(), random), latent.getShape()),
          scope.create(t),
          scope.create(signal, factors),
          scope.create(spread, factors));
    };
  }

  /**
   * The later the likelier, in proportion: what a picture shows is decided where there is mostly
   * noise, and little time is left for it where all timesteps are as likely.
   */
  private static int timestep(int timesteps, SplittableRandom random) {
    return (int) (timesteps * Math.sqrt(random.nextDouble()));
  }

  private NDArray fmri(NDManager scope, int[] trials, SplittableRandom random) {
    return fmri(scope, trials, fmri.augmented(trials, preset.augmentation(), random));
  }

  private NDArray fmri(NDManager scope, int[] trials, float[] values) {
    return scope.create(values, new Shape(trials.length, 1, fmri.voxels()));
  }

  /** Some trials say nothing, so that guidance knows what pictures look like without fMRI. */
  private NDArray sometimesBlank(NDManager scope, int[] trials, SplittableRandom random) {
    float[] values = fmri.augmented(trials, preset.augmentation(), random);
    for (int b = 0; b < trials.length; b++) {
      if (random.nextDouble() < TrainingPreset.BLANK_SHARE) {
        Arrays.fill(values, b * fmri.voxels(), (b + 1) * fmri.voxels(), 0);
      }
    }
    return fmri(scope, trials, values);
  }

  private int[] choose(int batch, SplittableRandom random) {
    return random.ints(batch, 0, fmri.trials()).toArray();
  }

  private static float[] gaussian(int count, SplittableRandom random) {
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  private static long[] shuffled(int count, SplittableRandom random) {
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
