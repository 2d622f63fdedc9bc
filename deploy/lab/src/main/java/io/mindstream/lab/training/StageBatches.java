package io.mindstream.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.training.TrialMixing.MixedTrial;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The inputs of each stage's steps, drawn from a data set. Letters as in the archive. */
final class StageBatches {

  /** Largest standard deviation of the noise on latents, whose own is 1. */
  private static final double LATENT_NOISE = 0.3;

  private final Architecture architecture;
  private final TrainingPreset preset;
  private final TrainingSet set;
  private final FmriVectors fmri;

  StageBatches(
      Architecture architecture, TrainingPreset preset, TrainingSet set, FmriVectors fmri) {
    this.architecture = architecture;
    this.preset = preset;
    this.set = set;
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
          fmri(scope, set.draw(batch, random), random),
          scope.create(indices, new Shape(batch, visible)));
    };
  }

  /**
   * Pictures (B, 3, H, W), latents with noise (B, Z, h, w): of some trials none, of others up to
   * {@link #LATENT_NOISE}, for a diffusion's latents are never quite those of a picture.
   */
  BatchSource pictures(int batch, Latents latents) {
    return (scope, random) -> {
      int[] trials = random.ints(batch, 0, set.trials()).toArray();
      NDArray latent = latents.of(scope, trials);
      NDArray noise = scope.create(gaussian((int) latent.size(), random), latent.getShape());
      float[] spread = new float[batch];
      for (int b = 0; b < batch; b++) {
        spread[b] = (float) (LATENT_NOISE * random.nextDouble());
      }
      noise.muli(scope.create(spread, new Shape(batch, 1, 1, 1)));
      List<RgbImage> shown = Arrays.stream(trials).mapToObj(set.pictures()::get).toList();
      return new NDList(PictureArrays.of(scope, shown), latent.addi(noise));
    };
  }

  /** fmri (B, 1, V), latent (B, Z, h, w), shares of the categories (B, C). */
  BatchSource condition(int batch, Latents latents) {
    return (scope, random) -> {
      List<MixedTrial> trials = set.draw(batch, random);
      return new NDList(
          fmri(scope, trials, random),
          latents.of(scope, shown(trials)),
          scope.create(trials.stream().map(MixedTrial::shares).toArray(float[][]::new)));
    };
  }

  /** fmri, latent, noise, t, factors of latent and noise. */
  BatchSource diffusion(int batch, Latents latents, NoiseSchedule schedule) {
    return (scope, random) -> {
      List<MixedTrial> trials = set.draw(batch, random);
      NDArray latent = latents.of(scope, shown(trials));
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

  private NDArray fmri(NDManager scope, List<MixedTrial> trials, SplittableRandom random) {
    return fmri(scope, trials.size(), fmri.augmented(trials, preset.augmentation(), random));
  }

  private NDArray fmri(NDManager scope, int batch, float[] values) {
    return scope.create(values, new Shape(batch, 1, fmri.voxels()));
  }

  /** Some trials say nothing, so that guidance knows what pictures look like without fMRI. */
  private NDArray sometimesBlank(
      NDManager scope, List<MixedTrial> trials, SplittableRandom random) {
    float[] values = fmri.augmented(trials, preset.augmentation(), random);
    for (int b = 0; b < trials.size(); b++) {
      if (random.nextDouble() < TrainingPreset.BLANK_SHARE) {
        Arrays.fill(values, b * fmri.voxels(), (b + 1) * fmri.voxels(), 0);
      }
    }
    return fmri(scope, trials.size(), values);
  }

  private static int[] shown(List<MixedTrial> trials) {
    return trials.stream().mapToInt(MixedTrial::shown).toArray();
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
