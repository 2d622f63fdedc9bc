package io.mindstream.benchmarks.network;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.mindvis.BrainDecoder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How near samplers with few steps come to one with many. */
@Command(
    name = "samplers",
    mixinStandardHelpOptions = true,
    description = {
      "How far latents of few steps are from 250-step PLMS in float32, from the same noise: the root"
          + " mean square of the difference in that of the latent.",
      "Random vectors; give a trained model or one with trained-like weights, else all is noise."
    })
public final class SamplersCommand implements Callable<Integer> {

  private static final SamplingSettings REFERENCE = new SamplingSettings(SamplerKind.PLMS, 250, 0);
  private static final List<SamplingSettings> COMPARED =
      List.of(
          new SamplingSettings(SamplerKind.PLMS, 50, 0),
          new SamplingSettings(SamplerKind.DDIM, 50, 0),
          new SamplingSettings(SamplerKind.DPMPP, 10, 0),
          new SamplingSettings(SamplerKind.DPMPP, 20, 0),
          new SamplingSettings(SamplerKind.DPMPP, 50, 0));

  @Mixin private Setup setup = new Setup();

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "4",
      description = "Vectors, each with its own noise (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Override
  public Integer call() throws IOException {
    double[] distances = new double[COMPARED.size()];
    try (BrainDecoder decoder = setup.decoder()) {
      for (int trial = 0; trial < trials; trial++) {
        FloatArray context = decoder.stages().encode(Inputs.fmri(decoder, trial)).context();
        FloatArray noise = decoder.noise(new long[] {trial});
        float[] wanted = sample(decoder, context, noise, REFERENCE);
        for (int i = 0; i < distances.length; i++) {
          float[] got = sample(decoder, context, noise, COMPARED.get(i));
          distances[i] += distance(got, wanted) / trials;
        }
      }
    }
    for (int i = 0; i < distances.length; i++) {
      SamplingSettings settings = COMPARED.get(i);
      System.out.printf("%s-%d: %.4f%n", settings.sampler(), settings.steps(), distances[i]);
    }
    return 0;
  }

  private static float[] sample(
      BrainDecoder decoder, FloatArray context, FloatArray noise, SamplingSettings settings) {
    return decoder.stages().sample(context, noise, settings, StepListener.NONE).values();
  }

  private static double distance(float[] got, float[] wanted) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < got.length; i++) {
      difference += Math.pow((double) got[i] - wanted[i], 2);
      size += Math.pow(wanted[i], 2);
    }
    return Math.sqrt(difference / size);
  }
}
