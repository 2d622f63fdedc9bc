package io.mindstream.benchmarks.network;

import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.diffusion.SamplerStep;
import io.mindstream.decoder.mindvis.BrainDecoder;
import io.mindstream.decoder.mindvis.DecoderStages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A whole image here, and what it would take in PyTorch. */
@Command(
    name = "image",
    mixinStandardHelpOptions = true,
    description = {
      "A whole image by 20-step DPM-Solver++: encoder, sampling, latent decoder.",
      "What PyTorch would need for one by 250-step PLMS, as published, is estimated from its"
          + " encoder, its latent decoder and a few of its noise predictions in the same run."
    })
public final class ImageCommand implements Callable<Integer> {

  private static final SamplingSettings OURS = new SamplingSettings(SamplerKind.DPMPP, 20, 0);
  private static final SamplingSettings PUBLISHED = new SamplingSettings(SamplerKind.PLMS, 250, 0);

  @Mixin private Setup setup = new Setup();

  @Option(
      names = "--predictions",
      paramLabel = "N",
      defaultValue = "5",
      description = "PyTorch's noise predictions to measure (default: ${DEFAULT-VALUE}).")
  private int predictions;

  @Override
  public Integer call() throws IOException {
    try (BrainDecoder decoder = setup.decoder();
        PythonNetwork python = setup.python()) {
      decoder.warmUp();
      double ours = image(decoder);
      theirs(decoder, python, ours);
    }
    return 0;
  }

  private static double image(BrainDecoder decoder) {
    DecoderStages stages = decoder.stages();
    FloatArray fmri = Inputs.fmri(decoder, 1);
    long start = System.nanoTime();
    FloatArray context = stages.encode(fmri).context();
    long sampling = System.nanoTime();
    FloatArray noise = decoder.noise(new long[] {1});
    FloatArray latent = stages.sample(context, noise, OURS, StepListener.NONE);
    long decoding = System.nanoTime();
    stages.decode(latent);
    long end = System.nanoTime();
    System.out.printf(
        "mindstream, 20-step DPM-Solver++: %.2f s (encoder %.2f, sampling %.2f, latent decoder"
            + " %.2f)%n",
        seconds(start, end),
        seconds(start, sampling),
        seconds(sampling, decoding),
        seconds(decoding, end));
    return seconds(start, end);
  }

  private void theirs(BrainDecoder decoder, PythonNetwork python, double ours) throws IOException {
    List<Cost> turns = new ArrayList<>();
    python.run("unet");
    for (int i = 0; i < predictions; i++) {
      turns.add(python.run("unet"));
    }
    double unet = Cost.median(turns).wall();
    double around = python.run("encoder").wall() + python.run("latent").wall();
    System.out.printf(
        "PyTorch: noise prediction %.2f s (median of %d), encoder and latent decoder %.2f s%n",
        unet, predictions, around);
    for (SamplingSettings settings : List.of(OURS, PUBLISHED)) {
      int evaluations = evaluations(decoder.stages().plan(settings));
      double estimate = around + evaluations * unet;
      System.out.printf(
          "PyTorch, %s with %d steps, %d predictions, estimated: %.1f s, ratio %.2f%n",
          settings.sampler(), settings.steps(), evaluations, estimate, estimate / ours);
    }
  }

  private static int evaluations(List<SamplerStep> plan) {
    return plan.stream().mapToInt(SamplerStep::evaluations).sum();
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
