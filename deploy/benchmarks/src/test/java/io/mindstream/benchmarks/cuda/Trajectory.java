package io.mindstream.benchmarks.cuda;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.diffusion.SamplerStep;
import io.mindstream.decoder.diffusion.SamplerStep.Correction;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.mindvis.DecoderStages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All that a sampler saw and made on its way, in float64.
 *
 * @param context of the network (1, T, D)
 * @param start x_T (1, Z, h, w)
 * @param timesteps where the network was asked, in order
 * @param outputs what it said each time
 * @param latents x after each step
 */
record Trajectory(
    FloatArray context,
    FloatArray start,
    List<Integer> timesteps,
    List<double[]> outputs,
    List<double[]> latents) {

  static Trajectory of(BrainDecoder decoder, SamplingSettings settings) {
    float[] voxels = new float[decoder.model().architecture().encoder().voxels()];
    FloatArray fmri = new FloatArray(new long[] {1, voxels.length}, voxels);
    Trajectory trajectory =
        new Trajectory(
            decoder.stages().encode(fmri).context(),
            decoder.noise(new long[] {5}),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    trajectory.follow(decoder.stages(), settings);
    return trajectory;
  }

  /** The start in float64: as text, a float32 would come back as another number. */
  double[] noise() {
    return each(i -> start.values()[i]);
  }

  private void follow(DecoderStages stages, SamplingSettings settings) {
    List<double[]> estimates = new ArrayList<>();
    double[] x = noise();
    for (SamplerStep step : stages.plan(settings)) {
      x = after(stages, step, x, estimates);
      latents.add(x);
    }
  }

  /** The formulas of {@link SamplerStep}. */
  private double[] after(
      DecoderStages stages, SamplerStep step, double[] x, List<double[]> estimates) {
    double[] e = ask(stages, x, step.timestep());
    estimates.add(0, each(i -> step.estimate().sample() * x[i] + step.estimate().noise() * e[i]));
    double[] next =
        each(
            i ->
                step.sample() * x[i]
                    + IntStream.range(0, step.history().size())
                        .mapToDouble(k -> step.history().get(k) * estimates.get(k)[i])
                        .sum());
    Correction again = step.correction();
    if (again == null) {
      return next;
    }
    double[] second = ask(stages, next, again.timestep());
    double[] first = estimates.get(0);
    return each(i -> again.sample() * x[i] + again.first() * first[i] + again.second() * second[i]);
  }

  private double[] ask(DecoderStages stages, double[] x, int timestep) {
    float[] rounded = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      rounded[i] = (float) x[i];
    }
    FloatArray latent = new FloatArray(start.shape(), rounded);
    float[] eps = stages.eps(latent, new long[] {timestep}, context).values();
    timesteps.add(timestep);
    outputs.add(each(i -> eps[i]));
    return outputs.get(outputs.size() - 1);
  }

  private double[] each(IntToDoubleFunction value) {
    return IntStream.range(0, size()).mapToDouble(value).toArray();
  }

  private int size() {
    return start.values().length;
  }
}
