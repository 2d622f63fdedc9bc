package io.mindstream.decoder.mindvis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.Prediction;
import io.mindstream.decoder.diffusion.SamplerStep;
import io.mindstream.decoder.diffusion.SamplerStep.Combination;
import io.mindstream.decoder.mindvis.DenoisingLoop.NoiseEstimate;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.TorchNetwork.Condition;
import io.mindstream.imaging.picture.RgbImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stages of decoding one by one, plain arrays in and out; each call frees all native memory
 * that it took, before it returns.
 *
 * <p>Letters: B batch, V padded voxels, L patches, E encoder width, T context tokens, D context
 * width, Z latent channels, h x w latent, H x W picture.
 */
public final class DecoderStages {

  private final TorchNetwork network;
  private final NoiseSchedule schedule;
  private final Denoiser denoiser;

  /**
   * Runs the stages on a network.
   *
   * @param network stays the caller's to close
   * @param schedule that it was trained with
   * @param prediction what its output is
   */
  public DecoderStages(TorchNetwork network, NoiseSchedule schedule, Prediction prediction) {
    this.network = network;
    this.schedule = schedule;
    this.denoiser = new Denoiser(network, schedule, prediction);
  }

  /**
   * What the encoder makes of trials.
   *
   * @param encoderOutput (B, L, E), or (B, 1, E) when pooled
   * @param context (B, T, D)
   * @param timeCondition (B, 1, width of the time embedding)
   */
  public record Encoded(FloatArray encoderOutput, FloatArray context, FloatArray timeCondition) {}

  /** Encodes padded and normalised voxels (B, V). */
  public Encoded encode(FloatArray fmri) {
    try (NDManager scope = network.newScope()) {
      NDArray voxels = array(scope, fmri).reshape(fmri.shape()[0], 1, fmri.shape()[1]);
      NDList out = network.encode(voxels);
      NDArray context = out.get(1);
      try (Condition condition = network.condition(context)) {
        NDArray time = network.timeCondition(scope, condition);
        return new Encoded(plain(out.get(0)), plain(context), plain(time));
      }
    }
  }

  /** eps (B, Z, h, w) at x (B, Z, h, w), timesteps (B or 1), context (B or 1, T, D). */
  public FloatArray eps(FloatArray x, long[] timesteps, FloatArray context) {
    try (NDManager scope = network.newScope();
        Condition condition = network.condition(array(scope, context))) {
      return plain(denoiser.eps(array(scope, x), condition, timesteps));
    }
  }

  /**
   * The steps that settings come to with this model's schedule.
   *
   * @throws IllegalArgumentException where so many steps are not possible
   */
  public List<SamplerStep> plan(SamplingSettings settings) {
    return settings.sampler().sampler().plan(schedule, settings.steps());
  }

  /**
   * Samples latents that share one context.
   *
   * @param context (1, T, D)
   * @param noise x_T (B, Z, h, w)
   * @param settings sampler and steps; its guidance is not used, see {@link BrainDecoder#sample}
   * @param listener hears of each step
   * @return latents (B, Z, h, w)
   */
  public FloatArray sample(
      FloatArray context, FloatArray noise, SamplingSettings settings, StepListener listener) {
    try (NDManager scope = network.newScope();
        Condition condition = network.condition(array(scope, context))) {
      NoiseEstimate estimate = (x, t) -> denoiser.eps(x, condition, t);
      return run(scope, estimate, noise, plan(settings), listener);
    }
  }

  /** The same with guidance. */
  FloatArray sample(
      FloatArray context,
      FloatArray noise,
      SamplingSettings settings,
      Guidance guidance,
      StepListener listener) {
    FloatArray contexts = guidance.contexts(context, Math.toIntExact(noise.shape()[0]));
    try (NDManager scope = network.newScope();
        Condition both = network.condition(array(scope, contexts))) {
      NoiseEstimate estimate = guidance.estimate(denoiser, both);
      return run(scope, estimate, noise, plan(settings), listener);
    }
  }

  private FloatArray run(
      NDManager scope,
      NoiseEstimate estimate,
      FloatArray noise,
      List<SamplerStep> plan,
      StepListener listener) {
    DenoisingLoop loop = new DenoisingLoop(estimate, plan, this::preview, listener);
    return plain(loop.run(scope, array(scope, noise)));
  }

  /** Pictures (B, 3, H, W), about -1 to 1, from latents (B, Z, h, w), one after the other. */
  public FloatArray decode(FloatArray latents) {
    int count = Math.toIntExact(latents.shape()[0]);
    return FloatArray.concatenate(
        IntStream.range(0, count).mapToObj(b -> decodeOne(latents.slice(b, b + 1))).toList());
  }

  /** Decoding needs much more room than sampling, so that samples take turns. */
  private FloatArray decodeOne(FloatArray latent) {
    try (NDManager scope = network.newScope()) {
      return plain(network.decode(array(scope, latent)));
    }
  }

  private List<RgbImage> preview(NDArray x, NDArray eps, int timestep) {
    Combination clean = Combination.cleanLatent(schedule, timestep);
    FloatArray latents = plain(DenoisingLoop.combine(x, eps, clean));
    TrialVoxels.requireFinite("the latents at timestep " + timestep, latents.values());
    return Pictures.of(decode(latents));
  }

  private static NDArray array(NDManager scope, FloatArray array) {
    return scope.create(array.values(), new Shape(array.shape()));
  }

  private static FloatArray plain(NDArray array) {
    return new FloatArray(array.getShape().getShape(), array.toFloatArray());
  }
}
